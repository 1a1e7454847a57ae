const told = new WeakMap();

export default function (component) {
  const { data, parentElement } = component;
  if (told.get(parentElement) === data.about) return;
  told.set(parentElement, data.about);
  parentElement.querySelector('.here').scrollIntoView({ block: 'nearest' });
}
