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

function bringIntoSight(strip, button) {
  if (!button?.isConnected) return;
  const seen = strip.getBoundingClientRect(), box = button.getBoundingClientRect();
  if (box.left < seen.left) strip.scrollLeft += box.left - seen.left;
  else if (box.right > seen.right) strip.scrollLeft += box.right - seen.right;
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
  // A browser holds on to what it showed: what comes first would stay out of sight.
  const first = data.thumbnails[0]?.name;
  if (strip.dataset.first !== first) strip.scrollLeft = 0;
  if (strip.dataset.first !== first || strip.dataset.chosen !== data.chosen)
    bringIntoSight(strip, known.get(data.chosen));
  Object.assign(strip.dataset, { first, chosen: data.chosen });
}
