// What is known of the pictures, and what the controls do.

const looks = new WeakMap();
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
    changes: new Map(), sent: 0, saved: false, text: '', draft: null, early: [],
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
    if (change.sent <= data.kept) { look.changes.delete(number); look.saved = true; }
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
