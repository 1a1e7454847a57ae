const stages = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  for (const url of data.soon) new Image().src = url;
  const known = stages.get(parentElement);
  if (known) { known.next = () => setTriggerValue('next', Date.now()); return known.stop; }

  const part = (name) => parentElement.querySelector(name);
  const time = part('.time'), length = part('select'), start = part('.start');
  const full = part('.full'), said = part('.said');
  const stage = { next: () => setTriggerValue('next', Date.now()) };
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
  const keys = (event) => {
    const busy = event.composedPath().some((node) =>
      /^(INPUT|TEXTAREA|SELECT|BUTTON|A|SUMMARY)$/.test(node.tagName || ''));
    if (event.code !== 'Space' || busy || event.repeat) return;
    event.preventDefault();
    stage.next();
  };
  document.addEventListener('keydown', keys);
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

  stage.stop = () => {
    halt();
    document.removeEventListener('keydown', keys);
    document.removeEventListener('fullscreenchange', named);
    sizes.disconnect();
    window.removeEventListener('resize', fit);
    document.documentElement.style.removeProperty('--beside-picture');
    stages.delete(parentElement);
  };
  stages.set(parentElement, stage);
  return stage.stop;
}
