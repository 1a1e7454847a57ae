// The parts come a moment after this one, or before it: it looks until they are there.
const LOOK_MS = 10_000;
const AGAIN_MS = 1_000; // a smooth way there may be stopped by what is drawn meanwhile
const ABOVE_PX = 16;
const LOW = 0.5; // what begins in this part of the window, and ends in it, is seen as it is
const done = new WeakMap();
let given = null; // what has the keyboard from here, and nobody has pressed anything since
let pressed_ms = 0;
for (const press of ['keydown', 'pointerdown', 'click', 'wheel'])
  document.addEventListener(press, () => { given = null; pressed_ms = performance.now(); },
    { capture: true, passive: true });
// Browsers bring the place to write into view, and leave the field's edge outside.
document.addEventListener('keyup', ({ key, target }) => {
  if (key === 'Tab' && target.matches?.('textarea')) target.scrollIntoView({ block: 'nearest' });
});

// Streamlit writes the key so.
const place = (key) => document.querySelector(`.st-key-${key.replace(/[^\w-]/g, '-')}`);
const isFree = () => [null, document.body, given].includes(document.activeElement);
const isLeft = (key) => place(key)?.contains(document.activeElement);

function buttonOf(key) {
  const one = place(key)?.querySelector('button, summary');
  return one?.getClientRects().length ? one : null;
}

function restAt(key) {
  const one = key && place(key);
  if (one) one.tabIndex = -1;
  return one;
}

const isDrawn = () =>
  document.querySelector('[data-testid=stApp]')?.dataset.testScriptState !== 'running';

// A picture has its height when it is loaded, and what stands above it when all is drawn.
const isThere = (part) => part?.getClientRects().length > 0 && isDrawn()
  && [...part.querySelectorAll('img')].every((image) => image.complete);

function isSeen(part) {
  const { top, bottom } = part.getBoundingClientRect();
  return top >= 0 && top < LOW * innerHeight && (bottom <= innerHeight || top <= 2 * ABOVE_PX);
}

function show(part) {
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
  const began_ms = performance.now();
  let isShown = !shows, isFocused = !focuses.length && !rests, next_ms = 0;
  const look = () => {
    if (!parent.isConnected || done.get(parent) !== about) return;
    const now_ms = performance.now(), part = isShown ? null : place(shows);
    if (pressed_ms > began_ms) isShown = true; // somebody goes on by themselves
    else if (isThere(part) && isSeen(part)) isShown = true;
    else if (isThere(part) && now_ms > next_ms) { show(part); next_ms = now_ms + AGAIN_MS; }
    if (!isFocused && (isFree() || leaves.some(isLeft))) {
      const one = isDrawn() ? focuses.map(buttonOf).find(Boolean) ?? restAt(rests)
        : focuses.slice(0, 1).map(buttonOf)[0]; // it may yet come
      if (one) { take(one); isFocused = true; }
    }
    if ((!isShown || !isFocused) && now_ms < began_ms + LOOK_MS) requestAnimationFrame(look);
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
