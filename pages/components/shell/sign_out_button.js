export default function (component) {
  const { data, parentElement } = component;
  const button = parentElement.querySelector('button');
  const said = parentElement.querySelector('[role="alert"]');
  button.textContent = data.label;
  button.onclick = async () => {
    said.textContent = '';
    let why = 'That did not work. Please try again.';
    try {
      const answer = await fetch(data.url, {
        method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ everywhere: data.everywhere }),
      });
      if (answer.ok) { window.location.reload(); return; }
      why = (await answer.json()).error;
    } catch { /* told below */ }
    said.textContent = why;
  };
}
