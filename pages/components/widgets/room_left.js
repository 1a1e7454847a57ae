const NEAR = 0.9;
const counts = new WeakMap();

export default function (component) {
  const { data, parentElement } = component;
  const said = parentElement.querySelector('p');
  const area = () => document.querySelector(`.st-key-${CSS.escape(data.of)} textarea`);
  const count = () => {
    const left = data.most - (area()?.value.length ?? 0);
    const near = left <= data.most * (1 - NEAR);
    const text = !near ? '' : left > 0
      ? `You can write ${left.toLocaleString('en')} more letters.` : 'There is no more room.';
    if (said.textContent !== text) said.textContent = text;
    parentElement.getRootNode().host?.closest('.stElementContainer')
      ?.toggleAttribute('data-quiet', !text);
  };
  const written = (event) => { if (event.target === area()) count(); };
  counts.get(parentElement)?.();
  document.addEventListener('input', written);
  const stop = () => document.removeEventListener('input', written);
  counts.set(parentElement, stop);
  count();
  return () => { if (!parentElement.isConnected) stop(); };
}
