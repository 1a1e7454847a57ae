const waits = new WeakMap();
const LOOK_MS = 3000;
const LONG_LOOK_MS = 30_000; // a job that the server no longer knows is told of by nobody
const LOOKS_OF_END = 4; // every so many the page is told again that it ended: it may be busy

export default function (component) {
  const { data, parentElement } = component;
  const running = waits.get(parentElement);
  if (running?.of !== data.of) {
    running?.stop();
    waits.set(parentElement, begin(component));
  } else running.draw(data);
  return () => { if (!parentElement.isConnected) waits.get(parentElement)?.stop(); };
}

function begin({ data: first, parentElement, setTriggerValue }) {
  let data = first;
  let hasEnded = false;
  let failures = 0;
  let looks = 0;
  let turn = '';
  let forgetTurn = () => {};
  const began = Date.now() - data.elapsed_s * 1000;
  const line = parentElement.querySelector('.line');
  const bar = parentElement.querySelector('.bar');
  const time = parentElement.querySelector('.time');

  const tick = () => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    const usual = Math.max(1, Math.round(data.usual_s));
    if (data.is_stopped) {
      time.textContent = `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
      return;
    }
    time.textContent = seconds <= 2 * usual
      ? `${seconds} of about ${usual} ${usual === 1 ? 'second' : 'seconds'}`
      : `${seconds} seconds. Please wait a little more.`;
    bar.style.width = `${100 * (1 - Math.exp(-1.6 * seconds / usual))}%`;
  };
  const timer = setInterval(tick, 1000);
  const runAgain = () => setTriggerValue('changed', data.of);
  const heard = () => {
    hasEnded = true;
    clearInterval(timer);
    line.textContent = 'Your picture is ready.';
    bar.style.width = '100%';
    runAgain();
  };
  const heardOfTurn = () => {
    turn = '';
    if (!hasEnded) runAgain();
  };
  const waitForTurn = () => {
    forgetTurn();
    turn = data.turn;
    forgetTurn = news(data.url).wait(turn, { heard: heardOfTurn, failing: () => {} });
  };
  const failing = (times) => { failures = times; };
  const look = () => {
    looks += 1;
    if (hasEnded ? looks % LOOKS_OF_END === 0 : failures) runAgain();
  };
  const draw = (next) => {
    if (hasEnded) return;
    // A browser's translator has put its own words there: only other ones are written.
    if (next === first || next.line !== data.line) line.textContent = next.line;
    data = next;
    tick();
    if (turn !== data.turn) waitForTurn();
  };
  const forget = news(data.url).wait(data.of, { heard, failing });
  draw(first);
  const again = setInterval(look, LOOK_MS);
  const longAgain = setInterval(runAgain, LONG_LOOK_MS);

  const stop = () => {
    forget();
    forgetTurn();
    clearInterval(timer);
    clearInterval(again);
    clearInterval(longAgain);
    waits.delete(parentElement);
  };
  return { of: data.of, draw, stop };
}
