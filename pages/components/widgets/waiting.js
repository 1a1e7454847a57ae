const waits = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const running = waits.get(parentElement);
  if (running && running.url === data.url) return running.stop;
  if (running) running.stop();

  const began = Date.now() - data.elapsed_s * 1000;
  const line = parentElement.querySelector('.line');
  const bar = parentElement.querySelector('.bar');
  const time = parentElement.querySelector('.time');
  const abort = new AbortController();

  const tick = () => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    const usual = Math.max(1, Math.round(data.usual_s));
    time.textContent = seconds <= 2 * usual
      ? `${seconds} of about ${usual} ${usual === 1 ? 'second' : 'seconds'}`
      : `${seconds} seconds. Please wait a little more.`;
    bar.style.width = `${100 * (1 - Math.exp(-1.6 * seconds / usual))}%`;
  };
  const timer = setInterval(tick, 1000);
  tick();

  const listen = async () => {
    while (!abort.signal.aborted) {
      let status = 0;
      try {
        status = (await fetch(data.url, { signal: abort.signal, cache: 'no-store' })).status;
      } catch { status = 0; }
      if (abort.signal.aborted) return;
      if (status === 200) {
        clearInterval(timer);
        line.textContent = 'Your picture is ready.';
        bar.style.width = '100%';
        setTriggerValue('ended', data.url);
        return;
      }
      if (status !== 202) await new Promise((go) => setTimeout(go, 3000));
    }
  };
  listen();

  const stop = () => { abort.abort(); clearInterval(timer); waits.delete(parentElement); };
  waits.set(parentElement, { url: data.url, stop });
  return stop;
}
