// All pictures: a grid with its labels, or a list.

function shown(look) {
  const cells = look.data.cells.map((_, number) => cellOf(look, number));
  const most = Math.max(...cells.map((cell) => cell.stars));
  const hint = look.find('.best').checked && most === 0 ? 'Give stars first.' : '';
  if (look.find('.hint').textContent !== hint) look.find('.hint').textContent = hint;
  const some = look.find('.best').checked && most > 0
    ? cells.filter((cell) => cell.stars === most) : cells;
  if (look.order === 'grid') return some;
  const value = (cell) => look.order === 'stars' ? -cell.stars : cell[look.order] ?? Infinity;
  return some.sort((one, other) => value(one) - value(other) || one.number - other.number);
}

function draw(look) {
  const place = look.find('.place'), box = place.querySelector('.scroll');
  const held = place.getRootNode().activeElement?.dataset?.number;
  const [left, top] = [box?.scrollLeft ?? 0, box?.scrollTop ?? 0];
  const cells = shown(look);
  drawSheets(look);
  place.replaceChildren(look.isGrid() ? grid(look, cells) : list(look, cells));
  place.querySelector('.scroll')?.scrollTo(left, top);
  if (held !== undefined) focusOn(look, held);
}

function focusOn(look, number) {
  look.find(`.place [data-number="${number}"]`)?.focus({ preventScroll: true });
}

function drawSheets(look) {
  const axis = look.data.axes[2], group = look.find('.sheets');
  group.hidden = !axis || !look.isGrid();
  if (group.hidden) return;
  group.setAttribute('aria-label', axis.title);
  if (group.childElementCount !== axis.values.length + 1) {
    const buttons = axis.values.map((value, sheet) => make('button', {
      type: 'button', dir: 'auto', textContent: value,
      onclick: () => { look.sheet = sheet; draw(look); },
    }));
    group.replaceChildren(make('span', { textContent: axis.title }), ...buttons);
  }
  [...group.querySelectorAll('button')].forEach((button, sheet) => {
    button.ariaPressed = String(sheet === look.sheet);
  });
}

function at(look, place) {
  return look.data.cells.find((cell) => place.every((step, axis) => (cell.place[axis] ?? 0)
    === step));
}

function grid(look) {
  const [across, down] = look.data.axes, table = make('table'), body = make('tbody');
  if (across) {
    const head = make('tr', {}, ...(down ? [make('th', {
      className: 'corner', textContent: `${down.title} ↓  ${across.title} →`,
    })] : []));
    for (const value of across.values) {
      head.append(label('col', down ? value : `${across.title}: ${value}`));
    }
    table.append(make('thead', {}, head));
  }
  (down?.values ?? ['']).forEach((value, row) => {
    const line = make('tr');
    if (down) line.append(label('row', value));
    (across?.values ?? ['']).forEach((_, column) => {
      const { number } = at(look, [column, row, look.data.axes[2] ? look.sheet : 0]);
      line.append(make('td', {}, button(look, cellOf(look, number))));
    });
    body.append(line);
  });
  table.append(body);
  const box = make('div', { className: 'scroll', tabIndex: 0 }, table);
  box.style.setProperty('--columns', across?.values.length ?? 1);
  box.style.setProperty('--labels', down ? '10rem' : '0rem');
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', 'All pictures');
  return box;
}

function label(scope, value) {
  return make('th', { scope }, make('span', { textContent: value, title: value, dir: 'auto' }));
}

function list(look, cells) {
  const items = cells.map((cell) => make('li', {}, button(look, cell, true)));
  const box = make('ul', {}, ...items);
  box.setAttribute('aria-label', 'All pictures');
  return box;
}

function starsText(stars) {
  return stars ? `${stars} of 5 stars` : 'no stars';
}

function button(look, cell, isNamed = false) {
  const pressable = make('button', { type: 'button', className: 'cell' });
  pressable.dataset.number = cell.number;
  const words = [cell.name, cell.url ? cell.line : cell.why, starsText(cell.stars)];
  pressable.ariaLabel = [...words, cell.note ? 'with a note' : ''].filter(Boolean).join(', ');
  pressable.append(cell.small
    ? make('img', { src: cell.small, alt: '', decoding: 'async', loading: 'lazy' })
    : make('span', { className: 'none', textContent: cell.why }));
  if (isNamed)
    pressable.append(make('span', { className: 'name', textContent: cell.name, dir: 'auto' }));
  pressable.append(make('span', { className: 'line', textContent: cell.line }));
  const rated = ['★'.repeat(cell.stars), cell.note && '✎'].filter(Boolean).join(' ');
  if (rated) pressable.append(make('span', { className: 'rated', textContent: rated }));
  pressable.onclick = () => open(look, cell.number);
  return pressable;
}
