const NO_COOKIES = 'Your browser does not keep cookies for this site, so you can\'t sign in. '
  + 'Allow cookies for this site, then load the page again. '
  + 'If the page stands inside another page, open it in a tab of its own.';

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
  form.onsubmit = async (event) => {
    event.preventDefault();
    if (!keepsCookies()) { alert.textContent = NO_COOKIES; return; }
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
