export default function (component) {
  const { data, parentElement } = component;
  const said = parentElement.querySelector('span');
  if (said.textContent !== data.text) said.textContent = data.text;
}
