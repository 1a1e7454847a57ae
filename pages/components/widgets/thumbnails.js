// One stop for Tab, as in every toolbar: the arrow keys lead from picture to picture.
const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
const strips = new WeakMap();

function start(strip) {
  strip.addEventListener('keydown', (event) => {
    const step = STEPS[event.key], buttons = [...strip.children];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = buttons.indexOf(event.target) + step;
    buttons[Math.max(0, Math.min(buttons.length - 1, at))]?.focus();
    event.preventDefault();
  });
  strip.addEventListener('focusin', (event) => {
    for (const button of strip.children) button.tabIndex = button === event.target ? 0 : -1;
  });
  const buttons = new Map();
  strips.set(strip, buttons);
  return buttons;
}

function newButton(name) {
  const button = document.createElement('button'), picture = document.createElement('img');
  button.type = 'button';
  button.dataset.name = name;
  picture.loading = 'lazy';
  picture.decoding = 'async';
  button.append(picture);
  return button;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const strip = parentElement.querySelector('.strip');
  const known = strips.get(strip) || start(strip);
  strip.setAttribute('aria-label', data.label);
  const shown = data.thumbnails.map(({ name, url, alt }) => {
    const button = known.get(name) || newButton(name), picture = button.firstChild;
    known.set(name, button);
    if (picture.getAttribute('src') !== url) picture.src = url;
    picture.alt = alt;
    button.title = alt;
    button.tabIndex = name === data.chosen ? 0 : -1;
    button.setAttribute('aria-pressed', String(name === data.chosen));
    button.onclick = () => setTriggerValue('pressed', name);
    return button;
  });
  const before = [...strip.children];
  if (shown.length !== before.length || shown.some((button, at) => button !== before[at])) {
    const held = strip.getRootNode().activeElement;
    strip.replaceChildren(...shown);
    if (held && shown.includes(held)) held.focus();
  }
}
