const OFFERED = 'imagespeak-private-link'; // see pages/server/head_scripts_private_link.js
const listening = new WeakMap();

export default function (component) {
  const { data, parentElement } = component;
  const box = parentElement.querySelector('.offered');
  const said = parentElement.querySelector('span[aria-live]');
  const buttons = [...parentElement.querySelectorAll('button')];
  const [yes, no] = buttons;

  const look = () => {
    const offered = offeredKey();
    if (!offered || offered === data.key) { forget(); box.hidden = true; return; }
    const isNew = box.hidden;
    box.hidden = false;
    said.textContent = '';
    if (isNew) box.focus();
  };
  yes.onclick = async () => {
    buttons.forEach((button) => { button.disabled = true; });
    try {
      await takeKey(data.url, { key: offeredKey() }, forget);
    } catch (error) {
      said.textContent = error.cause || 'That did not work. Please try again.';
      buttons.forEach((button) => { button.disabled = false; });
    }
  };
  no.onclick = () => { forget(); box.hidden = true; };

  const running = listening.get(parentElement);
  if (running) running();
  window.addEventListener(OFFERED, look);
  const stop = () => {
    window.removeEventListener(OFFERED, look);
    listening.delete(parentElement);
  };
  listening.set(parentElement, stop);
  look();
  return () => { if (!parentElement.isConnected) stop(); };
}

function offeredKey() {
  try { return sessionStorage.getItem(OFFERED) || window[OFFERED]; } catch { return window[OFFERED]; }
}

function forget() {
  delete window[OFFERED];
  try { sessionStorage.removeItem(OFFERED); } catch { /* nothing was kept there */ }
}
