const waits = new WeakMap();
const MOST_TRIES = 30;
const LOOK_MS = 500;

const TYPED_IN = 'textarea, input:not([type=checkbox], [type=radio], [role=combobox])';

const isUsed = () => document.activeElement?.matches(TYPED_IN)
  || document.querySelector('[role=dialog]')
  || document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'running';

export default function (component) {
  const { data, parentElement } = component;
  const running = waits.get(parentElement);
  const said = parentElement.querySelector('.said');
  if (said.textContent !== data.says) said.textContent = data.says;
  if (running?.of !== data.of || running.picture !== data.picture) {
    running?.stop();
    waits.set(parentElement, begin(component));
  }
  return () => { if (!parentElement.isConnected) waits.get(parentElement)?.stop(); };
}

function begin({ data, parentElement, setTriggerValue }) {
  const offline = parentElement.querySelector('.offline');
  const missing = parentElement.querySelector('.missing');
  const abort = new AbortController();
  const pause = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));

  const heard = async () => {
    if (data.waits) do await pause(LOOK_MS); while (!abort.signal.aborted && isUsed());
    if (!abort.signal.aborted) setTriggerValue('changed', data.of);
  };
  const failing = (times) => { offline.hidden = times < 2; };

  const pictures = () => [...document.querySelectorAll('.stImage img')];
  const hide = (hidden) => {
    missing.hidden = !hidden;
    for (const image of pictures())
      image.style.visibility = hidden && image.src === data.picture ? 'hidden' : '';
  };
  const loads = () => new Promise((tell) => {
    const probe = new Image();
    probe.onload = () => tell(true);
    probe.onerror = () => tell(false);
    probe.src = data.picture;
  });
  const lookAfterPicture = async () => {
    missing.hidden = true;
    if (!data.picture) return;
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const loaded = await loads();
      if (abort.signal.aborted) return;
      hide(!loaded);
      if (loaded) {
        for (const image of pictures())
          if (tries > 1 && image.complete && !image.naturalWidth) image.src = data.picture;
        return;
      }
      await pause(Math.min(1000 * 2 ** tries, 15000));
      if (abort.signal.aborted) return;
    }
  };
  const forget = news(data.url).wait(data.of, { heard, failing });
  lookAfterPicture();

  const again = data.again_ms
    && setInterval(() => setTriggerValue('changed', data.of), data.again_ms);

  const stop = () => {
    abort.abort();
    forget();
    clearInterval(again);
    waits.delete(parentElement);
  };
  return { of: data.of, picture: data.picture, stop };
}
