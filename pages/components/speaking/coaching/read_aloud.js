// Sentences with what reads them aloud; the learner says them after, and ticks them.

const AFTER = 1.4; // one who says it after takes so many times as long as it took
const AFTER_LEAST_MS = 1200;
const BEGINS = 'imagespeak-read-aloud'; // one list reads at a time
const lists = new WeakMap();
let speed = 1; // of all lists in this tab

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const list = lists.get(parentElement) ?? begin(parentElement);
  lists.set(parentElement, list);
  list.tell = setTriggerValue;
  list.take(data);
  return () => { if (!parentElement.isConnected) list.end(); };
}

const dollars = (price_usd) => `$${(Math.ceil(price_usd * 10_000 - 1e-6) / 10_000).toFixed(4)}`;

function begin(parent) {
  const part = (name) => parent.querySelector(name);
  const reader = openReader(), listening = new AbortController(), { signal } = listening;
  let data = null, rows = [], ticked = new Set();
  let voice = null, isKnown = false; // the browser's, and whether it has told of its voices
  let reading = null, isAll = false, run = 0, wake = null; // what is read, in the order of presses

  // What cannot be heard has no button.
  const hasSound = ({ address }) => Boolean(voice || (isKnown && address));
  const costs = (line) => (voice || sounds.has(line.text) ? 0 : line.price_usd);
  const priced = (label, price_usd) => (price_usd ? `${label} (${dollars(price_usd)})` : label);

  function newRow(line, at) {
    const row = document.createElement('li');
    row.innerHTML = `<p class="text" lang="en" translate="no"></p>
      <div class="ways"><button type="button" class="read"></button>
      <button type="button" class="where">Where?</button>
      <label><input type="checkbox"><span>I said this</span></label></div>
      <p class="says" hidden></p>`;
    const of = (name) => row.querySelector(name);
    of('.text').textContent = line.text;
    of('.read').onclick = () => {
      if (reading === at && !isAll) stop(); else start([at], false);
    };
    of('.where').setAttribute('aria-label', `Where? ${line.name}`);
    of('.where').hidden = !line.has_place;
    of('.where').onclick = () => list.tell('where', { about: data.about, numbers: [at] });
    of('label').hidden = !data.ticked;
    of('input').setAttribute('aria-label', `I said this: ${line.name}`);
    of('input').onchange = ({ target }) => {
      if (target.checked) ticked.add(at); else ticked.delete(at);
      show();
      list.tell('ticked', { about: data.about, numbers: [...ticked] });
    };
    return row;
  }

  function showRow(row, line, at) {
    const of = (name) => row.querySelector(name), isRead = reading === at && !isAll;
    const price_usd = costs(line);
    const label = isRead ? 'Stop reading' : priced('Read aloud', price_usd);
    const told = price_usd && !isRead
      ? `. Amazon reads it aloud: about ${dollars(price_usd)} for this sentence` : '';
    of('.read').textContent = label;
    of('.read').setAttribute('aria-label', `${label}: ${line.name}${told}`);
    of('.read').hidden = !hasSound(line);
    of('.where').setAttribute('aria-pressed', String(data.outlined === at));
    of('.says').textContent = data.outlined === at ? data.says : '';
    of('.says').hidden = data.outlined !== at;
    of('input').checked = ticked.has(at);
    row.toggleAttribute('data-read', reading === at);
  }

  function show() {
    const { lines } = data, isHeard = lines.some(hasSound);
    rows.forEach((row, at) => showRow(row, lines[at], at));
    const price_usd = lines.reduce((sum, line) => sum + costs(line), 0);
    part('.all').textContent = isAll ? 'Stop reading' : priced('Read all', price_usd);
    part('.all').hidden = !isHeard || lines.length < 2;
    part('.speeds').hidden = part('.all').hidden;
    for (const button of parent.querySelectorAll('[data-speed]'))
      button.setAttribute('aria-pressed', String(Number(button.dataset.speed) === speed));
    part('.voice').textContent = aboutVoice(isHeard);
    part('.voice').hidden = !part('.voice').textContent;
    part('.count').hidden = !data.ticked;
    part('.count').textContent = ticked.size
      ? `You ticked ${ticked.size} of ${lines.length}.` : 'Say a sentence, then tick it.';
  }

  function aboutVoice(isHeard) {
    if (voice) return '';
    if (!isHeard) {
      if (data.lines.length < 2) return '';
      if (!isKnown) return 'Looking for a voice …';
      return 'This browser has no English voice of its own. Read the sentences aloud yourself, or '
        + 'add an English voice in the settings of your device: look there for “speech”.';
    }
    return data.lines.some(costs)
      ? 'This browser has no English voice of its own. Amazon reads aloud: a press costs about what '
        + 'stands on the button. What you heard once costs nothing more.' : '';
  }

  const left = new MutationObserver(() => { if (!isRecording()) trouble(''); }); // the recording
  const trouble = (text) => {
    left.disconnect();
    part('.trouble').textContent = text;
  };
  const turn = (text) => { part('.turn').textContent = text; };

  // Whoever says it after has time for it; a press, or its end, ends it.
  const pause = (ms) => new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake = () => { clearTimeout(timer); resolve(); };
  });

  function stop() {
    run += 1;
    reading = null;
    isAll = false;
    reader.stop();
    wake?.();
    turn('');
    if (data) show();
  }

  async function start(numbers, all) {
    stop();
    trouble('');
    if (isRecording()) {
      trouble('You are recording. Stop it first, then press again.');
      left.observe(recorderPart(), { attributeFilter: ['data-state'] });
      return;
    }
    document.dispatchEvent(new CustomEvent(BEGINS, { detail: parent }));
    const mine = run, watching = watchRecorder();
    isAll = all;
    try {
      for (const at of numbers) {
        const began_ms = performance.now();
        reading = at;
        turn('');
        show();
        const isSaid = await reader.say(data.lines[at], voice, speed);
        if (mine !== run) return;
        if (!isSaid) break;
        show();
        if (!all) break;
        turn('Now you say it.');
        await pause(Math.max(AFTER_LEAST_MS, AFTER * (performance.now() - began_ms)));
        if (mine !== run) return;
      }
      stop();
    } catch ({ message }) {
      if (mine !== run) return;
      stop();
      trouble(message);
    } finally {
      watching.disconnect();
    }
  }

  function watchRecorder() {
    const recorder = recorderPart();
    const watching = new MutationObserver(() => {
      if (isRecording() || 'playing' in recorder.dataset) stop();
    });
    if (recorder)
      watching.observe(recorder, { attributeFilter: ['data-state', 'data-playing'] });
    return watching;
  }

  const list = {
    tell: () => {},
    take(given) {
      const isOther = JSON.stringify([given.about, given.lines.map(({ text }) => text)])
        !== JSON.stringify([data?.about, data?.lines.map(({ text }) => text)]);
      if (isOther) { stop(); trouble(''); }
      data = given;
      if (isOther) { // else what was ticked here is newer
        ticked = new Set(data.ticked ?? []);
        rows = data.lines.map(newRow);
        part('ol').replaceChildren(...rows);
        part('ol').toggleAttribute('data-single', rows.length < 2);
      }
      show();
    },
    end() {
      stop();
      unwatch();
      left.disconnect();
      listening.abort();
      lists.delete(parent);
    },
  };
  const unwatch = watchVoices((found, isSure) => {
    if (found === voice && isSure === isKnown) return;
    voice = found;
    isKnown ||= isSure;
    if (data) show();
  });
  part('.all').onclick = () => {
    if (isAll) { stop(); return; }
    start(data.lines.flatMap((line, at) => (hasSound(line) ? [at] : [])), true);
  };
  for (const button of parent.querySelectorAll('[data-speed]')) {
    button.onclick = () => {
      speed = Number(button.dataset.speed);
      reader.setSpeed(speed);
      show();
    };
  }
  document.addEventListener(BEGINS, ({ detail }) => { if (detail !== parent) stop(); }, { signal });
  document.addEventListener('visibilitychange', () => { if (document.hidden) stop(); }, { signal });
  window.addEventListener('pagehide', stop, { signal });
  return list;
}
