// What is there when the page opens is read with the page; only a change is told. A browser shows
// the old picture until the new one is there, which a slow network may delay.
const told = new WeakMap();

function watch() {
  const note = ({ target }) => {
    const place = target.closest('.st-key-practice_image');
    place?.toggleAttribute('data-coming', !target.complete);
  };
  const observer = new MutationObserver((changes) => changes.forEach((change) => {
    note(change);
    for (const end of ['load', 'error']) change.target.addEventListener(end, note, { once: true });
  }));
  observer.observe(document.body, { subtree: true, attributeFilter: ['src'] });
  return observer;
}

export default function (component) {
  const { data, parentElement } = component;
  const before = told.get(parentElement);
  if (before && before.about !== data.about)
    parentElement.querySelector('p').textContent = data.text;
  const observer = before?.observer ?? watch();
  told.set(parentElement, { about: data.about, observer });
  return () => {
    if (parentElement.isConnected) return;
    observer.disconnect();
    told.delete(parentElement);
  };
}
