// The dialog: one picture in full, compared with another, with stars and a note.

const STEPS = {
  ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [1, -1], ArrowDown: [1, 1],
  PageUp: [2, -1], PageDown: [2, 1],
};

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
  // It rises over the grids of one visit too: the server says up to where all is kept.
  const sent = look.sent = Math.max(look.sent + 1, Math.ceil(performance.now()));
  look.changes.set(look.open, { ...look.changes.get(look.open), ...change, sent });
  look.saved = false;
  // All that is not kept yet goes together: a later press may overtake an earlier one.
  look.send('rated', [...look.changes].map(([number, given]) => ({ number, ...given })));
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
  // What was given to other pictures counts too: this is the only place that tells.
  const isKept = look.changes.size === 0;
  find('.saved').textContent = isKept ? (look.saved ? 'Saved.' : '')
    : look.data.problem ? `Not saved. ${look.data.problem}` : 'Saving…';
  find('dl').replaceChildren(...cell.settings.flatMap(([name, value]) => [
    make('dt', { textContent: name }), make('dd', { textContent: value, dir: 'auto' }),
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
