const waits = new WeakMap();
const LOOK_MS = 3000;
const LONG_LOOK_MS = 30_000; // a job that the server no longer knows is told of by nobody
const LOOKS_OF_END = 4; // every so many the page is told again that it ended: it may be busy
const SHOWN_AFTER_MS = 300; // most pages are drawn anew by then, with the picture in its place
const OTHER_PICTURE = '.st-key-practice_image';
const SEEN_WITHIN_MS = 2000; // who loads it more slowly stands in line all the same

const pause = (ms) => new Promise((go) => setTimeout(go, ms));

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
  let isAsked = false; // for the page with the picture
  let hasStopped = false;
  let failures = 0;
  let looks = 0;
  let turn = '';
  let forgetTurn = () => {};
  let forgetPage = () => {};
  const began = Date.now() - data.elapsed_s * 1000;
  const line = parentElement.querySelector('.line');
  const progress = parentElement.querySelector('.progress');
  const bar = parentElement.querySelector('.bar');
  const time = parentElement.querySelector('.time');
  const picture = Object.assign(new Image(), { className: 'picture', alt: 'Your new picture' });

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
  const failing = (times) => { failures = times; };

  const askForPage = () => {
    isAsked = true;
    runAgain();
  };
  const show = async (address) => {
    picture.src = address;
    const shown = pause(SHOWN_AFTER_MS);
    await picture.decode();
    shown.then(() => {
      // Beside another picture stands what is about that one: who speaks there speaks of that one.
      if (hasStopped || document.querySelector(OTHER_PICTURE)) return;
      progress.hidden = true;
      progress.after(picture);
    });
  };
  const heard = async (seen) => {
    hasEnded = true;
    clearInterval(timer);
    if (seen?.picture) { // else it failed, which the page says
      line.textContent = 'Your picture is ready.';
      bar.style.width = '100%';
    }
    const isSeen = seen?.picture ? show(seen.picture).catch(() => {}) : null;
    if (!seen?.in_line) {
      askForPage();
      return;
    }
    await Promise.race([isSeen, pause(SEEN_WITHIN_MS)]);
    if (!hasStopped) forgetPage = news(data.url).wait(data.page, { heard: askForPage, failing });
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
  const look = () => {
    looks += 1;
    if (isAsked ? looks % LOOKS_OF_END === 0 : failures) runAgain();
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
    hasStopped = true;
    forget();
    forgetTurn();
    forgetPage();
    clearInterval(timer);
    clearInterval(again);
    clearInterval(longAgain);
    picture.remove();
    progress.hidden = false;
    waits.delete(parentElement);
  };
  return { of: data.of, draw, stop };
}
