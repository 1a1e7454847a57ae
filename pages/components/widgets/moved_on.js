// The parts come a moment after this one, or before it: it looks until they are there.
const LOOK_MS = 5_000;
const ABOVE_PX = 16;
const LOW = 0.5; // what begins in this part of the window, and ends in it, is seen as it is
const done = new WeakMap();
let given = null; // what has the keyboard from here, and nobody has pressed anything since
for (const press of ['keydown', 'pointerdown', 'click'])
  document.addEventListener(press, () => { given = null; }, true);

const place = (key) => document.querySelector(`.st-key-${CSS.escape(key)}`);
const isFree = () => [null, document.body, given].includes(document.activeElement);
const isLeft = (key) => place(key)?.contains(document.activeElement);

function buttonOf(key) {
  const one = place(key)?.querySelector('button, summary');
  return one?.checkVisibility() ? one : null;
}

function restAt(key) {
  const one = key && place(key);
  if (one) one.tabIndex = -1;
  return one;
}

// A picture has its height when it is loaded.
const isThere = (part) => part?.getClientRects().length > 0
  && [...part.querySelectorAll('img')].every((image) => image.complete);

function show(part) {
  const { top, bottom } = part.getBoundingClientRect();
  if (top >= 0 && top < LOW * innerHeight && bottom <= innerHeight) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  part.style.scrollMarginTop = `${ABOVE_PX}px`;
  part.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
}

// Only where keys are used the page moves: for a press of the mouse it would jump.
function take(one) {
  one.focus({ preventScroll: true });
  given = one;
  if (one.matches(':focus-visible')) one.scrollIntoView({ block: 'nearest' });
}

function go({ about, shows, focuses, rests, leaves }, parent) {
  const until = performance.now() + LOOK_MS;
  let isShown = !shows, isFocused = !focuses.length && !rests;
  const look = () => {
    if (!parent.isConnected || done.get(parent) !== about) return;
    const part = isShown ? null : place(shows);
    if (isThere(part)) { show(part); isShown = true; }
    if (!isFocused && (isFree() || leaves.some(isLeft))) {
      const one = focuses.map(buttonOf).find(Boolean) ?? restAt(rests);
      if (one) { take(one); isFocused = true; }
    }
    if ((!isShown || !isFocused) && performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

export default function (component) {
  const { data, parentElement } = component;
  const before = done.get(parentElement);
  if (before === data.about) return;
  done.set(parentElement, data.about);
  if (before !== undefined) go(data, parentElement); // a page that was loaded anew begins at its top
}
