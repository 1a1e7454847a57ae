const looks = new WeakMap();
const STEPS = {
  ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [1, -1], ArrowDown: [1, 1],
  PageUp: [2, -1], PageDown: [2, 1],
};
const NARROW = '(max-width: 640px)';

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const look = looks.get(parentElement) || start(parentElement);
  looks.set(parentElement, look);
  look.send = setTriggerValue;
  take(look, data);
  return () => { if (!parentElement.isConnected) look.stop(); };
}

function start(parent) {
  const find = (name) => parent.querySelector(name);
  const look = {
    find, order: 'grid', sheet: 0, open: null, other: null, slider: false, flipped: false,
    changes: new Map(), saved: false, text: '', draft: null, early: [],
  };
  const narrow = matchMedia(NARROW), redraw = () => draw(look);
  narrow.addEventListener('change', redraw);
  look.stop = () => narrow.removeEventListener('change', redraw);
  look.isGrid = () => !narrow.matches && look.order === 'grid' && !find('.best').checked;
  // The page's own keys must not hear what is typed here.
  find('.look').addEventListener('keydown', (event) => event.stopPropagation());
  find('.order').onchange = (event) => { look.order = event.target.value; draw(look); };
  find('.best').onchange = redraw;
  find('.close').onclick = () => find('dialog').close();
  find('dialog').addEventListener('close', () => closed(look));
  find('dialog').addEventListener('keydown', (event) => pressed(look, event));
  find('.previous').onclick = () => along(look, -1);
  find('.next').onclick = () => along(look, 1);
  find('.other').onchange = (event) => {
    look.other = event.target.value === '' ? null : Number(event.target.value);
    look.flipped = false;
    show(look);
  };
  find('.flip').onclick = () => flip(look);
  find('.slide').onclick = () => { look.slider = !look.slider; show(look); };
  find('.range input').oninput = () => compare(look);
  const note = find('textarea');
  note.oninput = () => { look.draft = note.value; };
  note.onchange = () => keepNote(look);
  for (let stars = 1; stars <= 5; stars += 1) {
    const button = make('button', { type: 'button' });
    button.onclick = () => rate(look, { stars: stars === cellOf(look).stars ? 0 : stars });
    find('.stars').append(button);
  }
  for (const button of find('.reuse').children) {
    button.onclick = () => {
      keepNote(look);
      look.send('used', { number: look.open, where: button.dataset.where });
    };
  }
  return look;
}

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function take(look, data) {
  look.data = data;
  for (const [number, change] of look.changes) {
    const cell = data.cells[number];
    const isKept = (change.stars ?? cell.stars) === cell.stars
      && (change.note ?? cell.note).trim() === cell.note;
    if (isKept) { look.changes.delete(number); look.saved = true; }
  }
  look.find('textarea').maxLength = data.max_note;
  const text = JSON.stringify(data);
  if (look.text === text) return;
  look.text = text;
  draw(look);
  if (look.open !== null) show(look);
}

function cellOf(look, number = look.open) {
  return { ...look.data.cells[number], ...look.changes.get(number) };
}

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
      type: 'button', textContent: value, onclick: () => { look.sheet = sheet; draw(look); },
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
      head.append(make('th', { scope: 'col', textContent: value }));
    }
    table.append(make('thead', {}, head));
  }
  (down?.values ?? ['']).forEach((label, row) => {
    const line = make('tr');
    if (down) line.append(make('th', { scope: 'row', textContent: label }));
    (across?.values ?? ['']).forEach((_, column) => {
      const { number } = at(look, [column, row, look.data.axes[2] ? look.sheet : 0]);
      line.append(make('td', {}, button(look, cellOf(look, number))));
    });
    body.append(line);
  });
  table.append(body);
  const box = make('div', { className: 'scroll', tabIndex: 0 }, table);
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', 'All pictures');
  return box;
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
  if (isNamed) pressable.append(make('span', { className: 'name', textContent: cell.name }));
  pressable.append(make('span', { className: 'line', textContent: cell.line }));
  const rated = `${'★'.repeat(cell.stars)}${cell.note ? '  ✎' : ''}`;
  pressable.append(make('span', { className: 'rated', textContent: rated }));
  pressable.onclick = () => open(look, cell.number);
  return pressable;
}

function open(look, number) {
  Object.assign(look, { open: number, other: null, flipped: false, saved: false, draft: null });
  show(look);
  look.find('dialog').showModal();
  look.find('dialog').scrollTop = 0;
  look.find('h3').focus({ preventScroll: true });
}

function closed(look) {
  keepNote(look);
  const number = look.open;
  look.open = null;
  draw(look);
  focusOn(look, number);
}

function go(look, number) {
  keepNote(look);
  Object.assign(look, { open: number, flipped: false, saved: false, draft: null });
  if (look.other === number) look.other = null;
  show(look);
}

function along(look, by) {
  const numbers = shown(look).map((cell) => cell.number), here = numbers.indexOf(look.open);
  go(look, numbers[(here + by + numbers.length) % numbers.length]);
}

function step(look, axis, by) {
  if (!look.isGrid()) { along(look, by); return; }
  const count = look.data.axes[axis]?.values.length ?? 1;
  if (count === 1) return;
  const place = [...cellOf(look).place];
  place[axis] = (place[axis] + by + count) % count;
  if (axis === 2) { look.sheet = place[2]; draw(look); }
  go(look, at(look, place).number);
}

function pressed(look, event) {
  if (event.target.matches('textarea, input, select')) return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (STEPS[event.key]) {
    step(look, ...STEPS[event.key]);
  } else if (/^[0-5]$/.test(event.key)) {
    rate(look, { stars: Number(event.key) });
  } else if (event.key.toLowerCase() === 'f' && look.other !== null) {
    flip(look);
  } else {
    return;
  }
  event.preventDefault();
}

function flip(look) {
  look.flipped = !look.flipped;
  look.slider = false;
  show(look);
}

function rate(look, change) {
  look.changes.set(look.open, { ...look.changes.get(look.open), ...change });
  look.saved = false;
  // All that is not kept yet goes together: a later press may overtake an earlier one.
  look.send('rated', [...look.changes].map(([number, kept]) => ({ number, ...kept })));
  if (look.find('dialog').open) show(look);
  draw(look);
}

function keepNote(look) {
  const draft = look.draft;
  look.draft = null;
  if (draft !== null && draft.trim() !== cellOf(look).note.trim()) rate(look, { note: draft });
}

function show(look) {
  const cell = cellOf(look), { find } = look;
  find('h3').textContent = cell.name;
  const first = find('.first');
  first.hidden = !cell.url;
  if (cell.url && first.getAttribute('src') !== cell.url) first.src = cell.url;
  first.alt = cell.alt;
  find('.why').textContent = cell.url ? '' : cell.why;
  [...find('.stars').children].forEach((star, place) => {
    const text = place < cell.stars ? '★' : '☆';
    if (star.textContent !== text) star.textContent = text;
    star.ariaLabel = place ? `${place + 1} stars` : '1 star';
    star.ariaPressed = String(place < cell.stars);
  });
  if (look.draft === null) find('textarea').value = cell.note;
  const failed = look.changes.has(look.open) && look.data.problem;
  find('.saved').textContent = failed ? `Not saved. ${look.data.problem}`
    : look.changes.has(look.open) ? 'Saving…' : look.saved ? 'Saved.' : '';
  find('dl').replaceChildren(...cell.settings.flatMap(([name, value]) => [
    make('dt', { textContent: name }), make('dd', { textContent: value }),
  ]));
  compare(look);
  loadEarly(look);
}

function compare(look) {
  const { find, data } = look;
  const choices = data.cells.filter((cell) => cell.url && cell.number !== look.open);
  const other = look.other === null ? null : data.cells[look.other];
  const isPair = Boolean(other?.url && cellOf(look).url);
  offer(look, choices);
  find('.flip').hidden = find('.slide').hidden = !isPair;
  find('.range').hidden = !isPair || !look.slider;
  find('.slide').ariaPressed = String(look.slider);
  find('.flip').ariaPressed = String(look.flipped);
  const second = find('.second');
  second.hidden = !isPair || !(look.slider || look.flipped);
  find('.first').style.clipPath = 'none';
  find('.first').style.visibility = 'visible';
  if (!isPair) { find('.which').textContent = ''; return; }
  if (second.getAttribute('src') !== other.url) second.src = other.url;
  second.alt = other.alt;
  const share = find('.range input').value, name = cellOf(look).name;
  second.style.clipPath = look.slider ? `inset(0 0 0 ${share}%)` : 'none';
  // The picture below would be seen beside one of another shape.
  if (look.slider) find('.first').style.clipPath = `inset(0 ${100 - share}% 0 0)`;
  else if (look.flipped) find('.first').style.visibility = 'hidden';
  find('.which').textContent = look.slider ? `Left: ${name}. Right: ${other.name}.`
    : `You see ${look.flipped ? other.name : name}.`;
}

function offer(look, choices) {
  const select = look.find('.other'), text = JSON.stringify(choices.map((cell) => cell.name));
  if (select.dataset.offered !== text) {
    const options = choices.map((cell) => new Option(cell.name, cell.number));
    select.replaceChildren(new Option('no other', ''), ...options);
    select.dataset.offered = text;
  }
  select.value = look.other ?? '';
}

function loadEarly(look) {
  const cell = cellOf(look), urls = [];
  look.data.axes.forEach((axis, number) => {
    for (const by of [-1, 1]) {
      const place = [...cell.place], count = axis.values.length;
      place[number] = (place[number] + by + count) % count;
      urls.push(at(look, place).url);
    }
  });
  look.early = urls.filter(Boolean).map((src) => make('img', { src }));
}
