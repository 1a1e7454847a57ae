export default function (component) {
  const { data, parentElement } = component;
  const form = parentElement.querySelector('form');
  const field = parentElement.querySelector('input');
  const button = parentElement.querySelector('button');
  const alert = parentElement.querySelector('[role="alert"]');
  form.onsubmit = async (event) => {
    event.preventDefault();
    button.disabled = true;
    alert.textContent = '';
    try {
      const answer = await fetch(data.url, {
        method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ pin: field.value }),
      });
      if (answer.ok) { window.location.reload(); return; }
      alert.textContent = (await answer.json()).error;
    } catch { alert.textContent = 'There is no connection. Please try again.'; }
    button.disabled = false;
    field.select();
  };
}
