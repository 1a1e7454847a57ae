// A learner's words stand as text, whatever they contain.
const shown = new WeakMap();

const words = ({ parts, pressed }) =>
  JSON.stringify([pressed === null, parts.map(({ text, mark }) => [text, mark])]);

function build({ parts, pressed }) {
  return parts.map(({ text, mark }) => {
    if (mark === null) return document.createTextNode(text);
    if (pressed === null) {
      const lit = document.createElement('mark');
      lit.textContent = text;
      return lit;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.dataset.mark = mark;
    return button;
  });
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const place = parentElement.querySelector('p');
  const now = words(data);
  if (shown.get(parentElement) !== now) place.replaceChildren(...build(data));
  shown.set(parentElement, now);
  for (const button of place.querySelectorAll('button')) {
    const { mark } = button.dataset;
    button.setAttribute('aria-pressed', String(mark === data.pressed));
    button.onclick = () => setTriggerValue('pressed', mark);
  }
}
