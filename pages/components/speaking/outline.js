// Boxes lie in a layer over the picture, in the picture's own place: they scroll with it.
const PLACE = '.st-key-practice_image';
const LEAST_PX = 28;
const AIR_PX = 4;
const SEEN = 0.6;
const states = new WeakMap();

const picture = () => document.querySelector(`${PLACE} img`);

// An image may have air at its sides: object-fit contain.
function drawnIn(image) {
  const { width, height, left, top } = image.getBoundingClientRect();
  const { naturalWidth, naturalHeight } = image;
  if (!naturalWidth || !width) return { width, height, left, top };
  const scale = Math.min(width / naturalWidth, height / naturalHeight);
  const wide = naturalWidth * scale, tall = naturalHeight * scale;
  return {
    width: wide, height: tall, left: left + (width - wide) / 2, top: top + (height - tall) / 2,
  };
}

function newBox() {
  const box = document.createElement('div');
  Object.assign(box.style, {
    position: 'absolute', boxSizing: 'border-box', border: '3px solid #ffffff',
    borderRadius: '8px', outline: '3px solid #7a1fa2', boxShadow: '0 0 0 5px rgba(0, 0, 0, 0.45)',
  });
  return box;
}

function place(state) {
  const image = picture();
  if (!image || !state.boxes.length) { state.layer.remove(); return; }
  const holder = image.closest(PLACE);
  if (state.layer.parentElement !== holder) holder.append(state.layer);
  const around = holder.getBoundingClientRect(), inside = drawnIn(image);
  while (state.layer.children.length > state.boxes.length) state.layer.lastChild.remove();
  while (state.layer.children.length < state.boxes.length) state.layer.append(newBox());
  state.boxes.forEach(([left, top, width, height], at) => {
    const wide = Math.max(LEAST_PX, width * inside.width + 2 * AIR_PX);
    const tall = Math.max(LEAST_PX, height * inside.height + 2 * AIR_PX);
    const x = inside.left - around.left + (left + width / 2) * inside.width - wide / 2;
    const y = inside.top - around.top + (top + height / 2) * inside.height - tall / 2;
    const { style } = state.layer.children[at];
    Object.assign(style, {
      left: `${x}px`, top: `${y}px`, width: `${wide}px`, height: `${tall}px`,
    });
  });
}

function comeIntoView(image) {
  const { top, bottom, height } = image.getBoundingClientRect();
  const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
  if (seen >= SEEN * Math.min(height, innerHeight)) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  image.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}

function start(parentElement) {
  const layer = document.createElement('div');
  layer.className = 'picture_outline';
  layer.setAttribute('aria-hidden', 'true');
  Object.assign(layer.style, {
    position: 'absolute', left: 0, top: 0, width: 0, height: 0, pointerEvents: 'none',
  });
  const state = { layer, boxes: [], about: '', close: () => {} };
  const again = () => place(state);
  const observer = new ResizeObserver(again);
  const onKey = (event) => {
    if (event.key !== 'Escape' || !state.about || document.querySelector('[role=dialog]')) return;
    state.close();
  };
  document.addEventListener('keydown', onKey);
  window.addEventListener('resize', again);
  state.watch = (image) => {
    if (state.image === image) return;
    observer.disconnect();
    state.image?.removeEventListener('load', again);
    state.image = image;
    if (!image) return;
    observer.observe(image);
    image.addEventListener('load', again);
  };
  state.stop = () => {
    observer.disconnect();
    document.removeEventListener('keydown', onKey);
    window.removeEventListener('resize', again);
    state.image?.removeEventListener('load', again);
    layer.remove();
    states.delete(parentElement);
  };
  states.set(parentElement, state);
  return state;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const state = states.get(parentElement) ?? start(parentElement);
  const status = parentElement.querySelector('p');
  const isNew = data.about && data.about !== state.about;
  state.boxes = data.boxes;
  state.about = data.about;
  state.close = () => {
    state.boxes = [];
    state.about = '';
    status.textContent = '';
    place(state);
    setTriggerValue('closed', data.about);
  };
  if (status.textContent !== data.says) status.textContent = data.says;
  const image = picture();
  state.watch(image);
  place(state);
  if (isNew && image && data.boxes.length) comeIntoView(image);
  return () => { if (!parentElement.isConnected) state.stop(); };
}
