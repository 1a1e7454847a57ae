const SVG = 'http://www.w3.org/2000/svg';
const LEFT = 14, RIGHT = 306, TOP = 40, BOTTOM = 98;
const LABEL = 20;
const FEW_LABELS = 7, FEW_DOTS = 40;

function part(name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

// Labels at the edges stay inside.
const anchor = (place) => (place === 0 ? 'start' : place === 1 ? 'end' : 'middle');

export default function (component) {
  const { data, parentElement } = component;
  const svg = parentElement.querySelector('svg');
  if (svg.getAttribute('aria-label') !== data.told) svg.setAttribute('aria-label', data.told);
  const { places, values, of } = data, count = values.length;
  const most = Math.max(1, ...values, ...of);
  const x = (at) => LEFT + places[at] * (RIGHT - LEFT);
  const y = (value) => BOTTOM - (value / most) * (BOTTOM - TOP);
  const points = (numbers) => numbers.map((value, at) => `${x(at)},${y(value)}`).join(' ');

  const drawn = [part('line', { class: 'axis', x1: LEFT, x2: RIGHT, y1: BOTTOM, y2: BOTTOM })];
  if (of.length) {
    drawn.push(part('polyline', { class: 'of', points: points(of) }));
    drawn.push(part('line', { class: 'of', x1: LEFT, x2: LEFT + 26, y1: 11, y2: 11 }));
    drawn.push(part('text', { x: LEFT + 32, y: 16 }, data.legend));
  }
  drawn.push(part('polyline', { class: 'line', points: points(values) }));
  values.forEach((value, at) => {
    if (count <= FEW_DOTS || at === 0 || at === count - 1)
      drawn.push(part('circle', { class: 'dot', cx: x(at), cy: y(value), r: 4 }));
  });
  values.forEach((value, at) => {
    if (count > FEW_LABELS && at !== 0 && at !== count - 1) return;
    const room = of.length && of[at] !== value ? y(value) - y(of[at]) : BOTTOM;
    const place = { x: x(at), y: y(value) + (room < LABEL ? LABEL : -8) };
    drawn.push(part('text', { class: 'value', 'text-anchor': anchor(places[at]), ...place }, value));
  });
  drawn.push(part('text', { x: LEFT, y: BOTTOM + 18 }, data.begins));
  drawn.push(part('text', { x: RIGHT, y: BOTTOM + 18, 'text-anchor': 'end' }, data.ends));
  svg.replaceChildren(...drawn);
}
