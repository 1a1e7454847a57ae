export default function (component) {
  const { data, parentElement } = component;
  const field = parentElement.querySelector('input');
  const button = parentElement.querySelector('button');
  const status = parentElement.querySelector('span');
  if (field.value !== data.link) status.textContent = '';
  field.value = data.link;
  field.setAttribute('aria-label', data.label);
  button.textContent = data.button;
  button.onclick = async () => {
    let copied = true;
    try {
      await navigator.clipboard.writeText(data.link);
    } catch {
      field.select();
      copied = document.execCommand('copy');
    }
    status.textContent = copied ? 'Copied.' : 'Select the link and copy it.';
  };
}
