// The browser's own recogniser. It hears the recording, not the room, and as long as that takes.
// Nothing of the picture is told to it: it would hear what it was told.

const LANGUAGE = 'en-US';
const ASKED_MS = 5000, STARTED_MS = 10_000, ENDED_MS = 10_000;
const HEARS_MS = 1000; // a browser that has started may not tell when it begins to hear
const TAIL_MS = 1000; // of silence, in which the last word ends
const LEAST_S = 0.5; // no word is shorter
const LOOK_MS = 250;

let takesSound = null;

export class NoDraft extends Error {
  constructor(why) {
    super(why);
    this.why = why;
  }
}

function recogniser(of = window) { return of.SpeechRecognition ?? of.webkitSpeechRecognition; }

// Whether it can hear a recording. One that knows no tracks would open the microphone instead: so
// it is tried in a frame that is gone, where none can be opened, with what is no track. Only who
// knows tracks minds that.
export function canHearSound() {
  const Recogniser = recogniser();
  if (typeof Recogniser?.available !== 'function' || !('processLocally' in Recogniser.prototype))
    return false;
  if (navigator.userAgent.includes('Headless')) return false; // Chromium without a window ends the page
  takesSound ??= mindsNoTrack();
  return takesSound;
}

function mindsNoTrack() {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  let one = null;
  try {
    one = new (recogniser(frame.contentWindow))();
  } catch { /* there is none */ }
  frame.remove();
  try {
    one?.start({});
  } catch (error) {
    return error.name === 'TypeError';
  }
  return false;
}

// Whether it can do so on this device: available, downloadable, downloading, unavailable.
export async function onDevice() {
  try {
    return await within(ASKED_MS, recogniser().available({ langs: [LANGUAGE], processLocally: true }));
  } catch {
    return 'unavailable';
  }
}

// At a press alone: it downloads. Gives whether it is there then.
export async function getLanguagePack() {
  try {
    return await recogniser().install({ langs: [LANGUAGE], processLocally: true });
  } catch {
    return false;
  }
}

// The words, each with whether it is sure, which it is from the probability `sure_from` on. Throws
// NoDraft, or what `signal` was aborted with.
export async function recogniseHere(blob, { isLocal, sure_from, signal, onProgress }) {
  const context = new AudioContext();
  let track = null;
  try {
    await within(STARTED_MS, context.resume());
    const sound = await decoded(context, blob);
    signal.throwIfAborted();
    const out = context.createMediaStreamDestination(), hush = context.createConstantSource();
    hush.offset.value = 0; // before and behind the sound, too, something must come
    hush.connect(out);
    hush.start();
    [track] = out.stream.getAudioTracks();
    const words = [];
    // Some end after a minute, or at a pause: then another one hears the rest.
    for (let at_s = 0; sound.duration - at_s >= LEAST_S;) {
      const from_s = at_s, told = (now_s) => onProgress(now_s, sound.duration);
      const heard = await session({ context, out, track, sound, from_s, isLocal, signal, told });
      words.push(...heard.results.flatMap((result) => wordsOf(result[0], sure_from)));
      at_s = heard.until_s;
      if (at_s - from_s < LEAST_S) throw new NoDraft('stopped'); // it hears nothing more
    }
    return words;
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof NoDraft ? error : new NoDraft('failed');
  } finally {
    track?.stop();
    context.close().catch(() => {});
  }
}

async function decoded(context, blob) {
  try {
    return await context.decodeAudioData(await blob.arrayBuffer());
  } catch {
    throw new NoDraft('undecodable');
  }
}

function session({ context, out, track, sound, from_s, isLocal, signal, told }) {
  const one = new (recogniser())(), source = context.createBufferSource();
  const ending = new AbortController();
  let results = [], began_s = -1, isOver = false, timer = 0, looking = 0;

  const heard_s = () => {
    if (isOver) return sound.duration;
    const so_far_s = began_s < 0 ? 0 : context.currentTime - began_s;
    return Math.min(sound.duration, from_s + so_far_s);
  };
  const close = () => {
    ending.abort();
    clearTimeout(timer);
    clearInterval(looking);
    if (began_s >= 0) source.stop();
    source.disconnect();
  };
  const wait = (wait_ms, work) => { clearTimeout(timer); timer = setTimeout(work, wait_ms); };

  return new Promise((go, fail) => {
    const stop = (why) => { one.abort(); fail(why); };
    const on = (name, work) => one.addEventListener(name, work, { signal: ending.signal });
    const play = () => {
      if (began_s >= 0) return;
      began_s = context.currentTime;
      source.buffer = sound;
      source.connect(out);
      source.start(began_s, from_s);
      looking = setInterval(() => told(heard_s()), LOOK_MS);
      source.onended = () => {
        isOver = true;
        wait(TAIL_MS, () => { one.stop(); wait(ENDED_MS, () => give('stopped')); });
      };
      // A computer that sleeps meanwhile plays nothing.
      wait(2000 * (sound.duration - from_s) + ENDED_MS, () => stop(new NoDraft('stopped')));
    };
    // What was heard is not lost with the end that is never told.
    const give = (why) => {
      if (!results.length) { stop(new NoDraft(why)); return; }
      one.abort();
      go();
    };
    signal.addEventListener('abort', () => stop(signal.reason), { signal: ending.signal });
    on('start', () => wait(HEARS_MS, play));
    on('audiostart', play);
    on('result', (event) => { results = Array.from(event.results).filter((result) => result.isFinal); });
    on('end', () => (began_s < 0 ? fail(new NoDraft('stopped')) : go()));
    on('error', ({ error }) => {
      // Nobody spoke for a while: it ends by itself, or has ended.
      if (error === 'no-speech') wait(LOOK_MS, go); else stop(new NoDraft(error));
    });
    one.lang = LANGUAGE;
    one.continuous = true;
    one.interimResults = false;
    one.maxAlternatives = 1;
    one.processLocally = isLocal;
    wait(STARTED_MS, () => stop(new NoDraft('stopped')));
    one.start(track);
  }).then(() => ({ results, until_s: heard_s() })).finally(close);
}

// A browser that does not say how sure it is tells 0: then no word is sure.
function wordsOf(best, sure_from) {
  const sure = best.confidence >= sure_from && best.confidence <= 1;
  return best.transcript.split(/\s+/).filter(Boolean).map((text) => ({ text, sure }));
}

function within(wait_ms, promise) {
  let timer = 0;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new NoDraft('stopped')), wait_ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
