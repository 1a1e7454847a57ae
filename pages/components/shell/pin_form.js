const waits = new WeakMap(); // of each form: its timer

// The teacher's own cookie can't be seen by a script; one like it can.
function keepsCookies() {
  try {
    document.cookie = 'imagespeak_try=1; SameSite=Lax; Max-Age=60';
    const kept = document.cookie.includes('imagespeak_try=1');
    document.cookie = 'imagespeak_try=; SameSite=Lax; Max-Age=0';
    return kept;
  } catch { return false; }
}

export default function (component) {
  const { data, parentElement } = component;
  const form = parentElement.querySelector('form');
  const field = parentElement.querySelector('input');
  const button = parentElement.querySelector('button');
  const alert = parentElement.querySelector('[role="alert"]');
  const left = parentElement.querySelector('[role="timer"]');
  const waitUntil = (end) => { // a screen reader hears the alert once, and not each second
    clearTimeout(waits.get(form));
    const seconds = Math.ceil((end - Date.now()) / 1000);
    button.disabled = seconds > 0;
    left.textContent = seconds > 0 ? `Seconds left: ${seconds}` : '';
    if (seconds > 0) { waits.set(form, setTimeout(() => waitUntil(end), 250)); return; }
    alert.textContent = 'You can try again now.';
  };
  form.onsubmit = async (event) => {
    event.preventDefault();
    if (!keepsCookies()) { alert.textContent = data.no_cookies; return; }
    button.disabled = true;
    alert.textContent = '';
    waits.set(form, setTimeout(() => { left.textContent = 'Please wait.'; }, 1500));
    let retryAfter = 0;
    try {
      const answer = await fetch(data.url, {
        method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ pin: field.value }),
      });
      if (answer.ok) { window.location.reload(); return; }
      alert.textContent = (await answer.json()).error;
      retryAfter = Number(answer.headers.get('Retry-After')) || 0;
    } catch { alert.textContent = 'The server did not answer. Please try again.'; }
    clearTimeout(waits.get(form));
    left.textContent = '';
    button.disabled = false;
    field.select();
    if (retryAfter) waitUntil(Date.now() + retryAfter * 1000);
  };
}
