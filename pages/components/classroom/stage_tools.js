const stages = new WeakMap();

// The bar's buttons and the keys that press them, also those of a presenter's remote: it says
// "black screen" by a full stop or a B. N, P, Enter and Backspace move on and back wherever slides
// are shown. Streamlit itself hears the keys that the buttons name.
const BUTTONS = {
  ' ': 'arrow_forward', pagedown: 'arrow_forward', arrowdown: 'arrow_forward',
  enter: 'arrow_forward', n: 'arrow_forward',
  pageup: 'arrow_back', arrowup: 'arrow_back', backspace: 'arrow_back', p: 'arrow_back',
  '.': 'visibility_off', b: 'visibility_off',
};
const NAMED = ['arrowright', 'arrowleft', 'h', 'escape'];
// A remote has no letters: it presses places on a keyboard, whatever the computer's is.
const PLACES = { KeyB: 'b', Period: '.' };

function press(event) {
  const within = (names) => event.composedPath().some((node) => node.matches?.(names));
  const key = PLACES[event.code] ?? event.key?.toLowerCase();
  const isOurs = key in BUTTONS || NAMED.includes(key);
  if (!isOurs || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  if (event.isComposing || within('input, textarea, [contenteditable]')) return;
  const presses = key === ' ' || key === 'enter';
  if (presses && within('button, a, summary')) return;
  // The timer's length keeps the keyboard once it was chosen; a remote must go on working then.
  if ((presses || key.startsWith('arrow')) && within('select')) return;
  if (/^(page|arrow)(up|down)$/.test(key) && within('.st-key-revealed')) return;  // it scrolls
  if (event.repeat) event.stopPropagation();  // a held key is pressed once
  else document.querySelector(`.st-key-stage_${BUTTONS[key]} button`)?.click();
  if (event.repeat || key in BUTTONS) event.preventDefault();
}

export default function (component) {
  const { data, parentElement } = component;
  for (const url of data.soon) new Image().src = url;
  if (!stages.has(parentElement)) stages.set(parentElement, begin(parentElement));
  return () => { if (!parentElement.isConnected) stages.get(parentElement)?.(); };
}

function begin(parentElement) {
  const part = (name) => parentElement.querySelector(name);
  const time = part('.time'), length = part('select'), start = part('.start');
  const full = part('.full'), said = part('.said');
  let left = 60, ends = 0, timer = 0;

  const show = () => {
    const seconds = Math.max(0, Math.ceil(left));
    time.textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
    time.classList.toggle('over', left <= 0);
    start.textContent = timer ? 'Pause' : left <= 0 ? 'Again' : 'Start';
  };
  const halt = () => { clearInterval(timer); timer = 0; };
  const tick = () => {
    left = (ends - Date.now()) / 1000;
    if (left <= 0) { halt(); left = 0; said.textContent = 'Time is up.'; }
    show();
  };
  start.onclick = () => {
    if (timer) { tick(); halt(); } else {
      if (left <= 0) left = Number(length.value);
      said.textContent = '';
      ends = Date.now() + left * 1000;
      timer = setInterval(tick, 200);
    }
    show();
  };
  length.onchange = () => { halt(); left = Number(length.value); said.textContent = ''; show(); };
  full.hidden = !document.fullscreenEnabled;
  full.onclick = () => document.fullscreenElement
    ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  const named = () => {
    full.textContent = document.fullscreenElement ? 'Leave full screen' : 'Full screen';
  };
  window.addEventListener('keydown', press, true);
  document.addEventListener('fullscreenchange', named);
  show();

  // The picture takes all the height that the rest leaves, however the bar wraps.
  const room = document.querySelector('.stMainBlockContainer');
  const fit = () => {
    const picture = document.querySelector('.st-key-stage');
    if (!room || !picture) return;
    const rest = room.getBoundingClientRect().height - picture.getBoundingClientRect().height;
    document.documentElement.style.setProperty('--beside-picture', Math.ceil(rest) + 'px');
  };
  const sizes = new ResizeObserver(fit);
  if (room) sizes.observe(room);
  window.addEventListener('resize', fit);

  return () => {
    halt();
    window.removeEventListener('keydown', press, true);
    document.removeEventListener('fullscreenchange', named);
    sizes.disconnect();
    window.removeEventListener('resize', fit);
    document.documentElement.style.removeProperty('--beside-picture');
    stages.delete(parentElement);
  };
}
