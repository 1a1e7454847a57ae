// Says sentences, one at a time: by a voice that lies in this device, else by the server's.

const ENGLISH = /^en([-_]|$)/i;
const BEST = ['en-us', 'en-gb'];
const LATE_MS = 1500; // so late a browser may know its voices
const WATCH_MS = 400;
const SILENT_MS = 8000;
const SPEAKING_UP = ['opening', 'preparing', 'recording'];
const sounds = new Map(); // what the server said in this tab, by the sentence: none is paid twice
let utterance = null; // a browser forgets one that nobody holds, and never tells its end

// Others send the sentence to the maker of the browser.
function localVoice() {
  const rank = ({ lang }) => {
    const at = BEST.indexOf(lang.toLowerCase().replace('_', '-'));
    return at < 0 ? BEST.length : at;
  };
  return (window.speechSynthesis?.getVoices() ?? [])
    .filter((voice) => voice.localService && ENGLISH.test(voice.lang))
    .sort((one, other) => rank(one) - rank(other) || other.default - one.default)[0] ?? null;
}

// Many browsers know their voices a moment after they are asked first. `tell` is called with the
// voice, or null, and whether that is likely to stay so; gives what ends it.
function watchVoices(tell) {
  let isLate = false;
  const look = () => { const voice = localVoice(); tell(voice, isLate || Boolean(voice)); };
  const late = setTimeout(() => { isLate = true; look(); }, LATE_MS);
  window.speechSynthesis?.addEventListener?.('voiceschanged', look);
  look();
  return () => {
    clearTimeout(late);
    window.speechSynthesis?.removeEventListener?.('voiceschanged', look);
  };
}

// The recorder, and whether somebody speaks into it. What is read then would be recorded.
function recorderPart() {
  for (const one of document.querySelectorAll('.st-key-recorder, .st-key-recorder *')) {
    const part = one.shadowRoot?.querySelector('.recorder');
    if (part) return part;
  }
  return null;
}
const isRecording = () => SPEAKING_UP.includes(recorderPart()?.dataset.state);

function soundOf({ text, address }) {
  if (!sounds.has(text)) {
    const coming = fetchSound(address);
    sounds.set(text, coming);
    coming.catch(() => sounds.delete(text));
  }
  return sounds.get(text);
}

async function fetchSound(address) {
  let answer;
  try {
    answer = await fetch(address);
  } catch {
    throw new Error('The server did not answer. Look at your connection, then try again.');
  }
  if (!answer.ok) {
    const told = await answer.json().catch(() => ({}));
    throw new Error(told.error || 'This sentence could not be read aloud. Try again.');
  }
  return URL.createObjectURL(await answer.blob());
}

// `say` resolves to whether the sentence was said to its end, and rejects with a sentence.
function openReader() {
  const audio = new Audio();
  let stopNow = null;

  function byBrowser(text, voice, speed) {
    const { speechSynthesis: synth } = window;
    return new Promise((resolve, reject) => {
      let isBegun = false, isOver = false, quiet_ms = 0;
      const mine = new SpeechSynthesisUtterance(text);
      const over = (act, value) => {
        if (isOver) return;
        isOver = true;
        clearInterval(watch);
        stopNow = null;
        act(value);
      };
      const fail = () => {
        synth.cancel();
        over(reject, new Error('The voice of this browser did not speak. Try again.'));
      };
      // Some browsers never tell that a sentence ended, or don't begin.
      const watch = setInterval(() => {
        quiet_ms = synth.speaking ? 0 : quiet_ms + WATCH_MS;
        if (isBegun && quiet_ms > WATCH_MS) over(resolve, true);
        else if (!isBegun && quiet_ms > SILENT_MS) fail();
      }, WATCH_MS);
      stopNow = () => { over(resolve, false); synth.cancel(); };
      Object.assign(mine, { voice, lang: voice.lang, rate: speed });
      mine.onstart = () => { isBegun = true; };
      mine.onend = () => over(resolve, true);
      mine.onerror = ({ error }) => {
        if (['canceled', 'interrupted'].includes(error)) over(resolve, false); else fail();
      };
      utterance = mine;
      if (synth.speaking || synth.pending) synth.cancel();
      synth.resume();
      synth.speak(mine);
    });
  }

  async function byServer(line, speed) {
    let isStopped = false;
    stopNow = () => { isStopped = true; };
    const url = await soundOf(line);
    if (isStopped) return false;
    return new Promise((resolve, reject) => {
      const over = (act, value) => {
        audio.onended = audio.onerror = stopNow = null;
        act(value);
      };
      stopNow = () => { audio.pause(); over(resolve, false); };
      audio.onended = () => over(resolve, true);
      audio.onerror = () => over(reject, new Error('This browser could not play the sound.'));
      audio.src = url;
      audio.playbackRate = speed;
      audio.play().catch(({ name }) => {
        if (name === 'NotAllowedError')
          over(reject, new Error('It is here now. Press once more to hear it.'));
      });
    });
  }

  return {
    say: (line, voice, speed) => (voice ? byBrowser(line.text, voice, speed) : byServer(line, speed)),
    stop: () => { const stop = stopNow; stopNow = null; stop?.(); },
    setSpeed: (speed) => { audio.playbackRate = speed; },
  };
}
