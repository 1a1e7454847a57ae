// The press that asks for a first draft of what was recorded, and what is seen until it is there.
//
// Before all else stands whether somebody spoke at all, as this browser has found.

const UNHEARD = 'I could not hear you.';
const BUTTONS = ['write', 'yes', 'pack', 'no', 'cancel'];
const WAIT = 'One moment.';
const GONE = 'Your browser stopped writing. Try again, or type your words.';
const TROUBLES = {
  network: 'Your browser could not reach what writes down words. Look at your connection, then try '
    + 'again.',
  'not-allowed': 'Your browser does not allow this here. You can type your words.',
  'service-not-allowed': 'Your browser does not allow this here. You can type your words.',
  'language-not-supported': 'Your browser can’t write down English here. You can type your words.',
  undecodable: 'This browser can’t look into the sound. You can type your words.',
};
const CUT = 'No connection. It goes on by itself when it is back.';
const BUSY = 'Many want a draft just now. It goes on by itself.';
const TO_SERVER = 'Your sound goes to this app’s server, which writes down the words. It is not kept '
  + 'there.';
const ASKS = 'Your browser may send your voice to its maker (for example Google), which writes down '
  + 'the words. Send it? A Yes counts until you close this page or load it again.';
const OR_PACK = '\nOr your browser gets its English language pack: then your voice stays on this '
  + 'device. It is a download and can take a while.';
const ONLY_PACK = 'Your browser can do this on this device, so that your voice stays here. First it '
  + 'must get its English language pack. It is a download and can take a while.';

export function openDrafter(me, { parts, teller, panel }) {
  const { part } = me, { say } = panel;
  let one = null, running = null, allowedFor = '', device = null, isEnded = false;

  const who = () => `${me.data.learner} ${me.data.session}`;
  const isLocal = () => me.data.recogniser === 'local';
  const button = (name) => part(`.draft_${name}`);

  // `done` is a share; null: nothing is told of it.
  const show = ({ line = '', buttons, done = null }) => {
    const hadKeyboard = part('.draft').contains(me.parent.activeElement);
    part('.draft_line').textContent = line;
    part('.draft_line').hidden = !line;
    part('.draft_done').hidden = done === null;
    for (const name of BUTTONS) button(name).hidden = !buttons.includes(name);
    if (hadKeyboard && me.parent.activeElement?.checkVisibility?.() !== true)
      button(buttons[0]).focus({ preventScroll: true });
  };
  const inView = () => part('.draft').scrollIntoView({ block: 'nearest' });
  const offer = (line = isLocal() ? TO_SERVER : '') => show({ line, buttons: ['write'] });
  const tell = (line) => { offer(line); say(line); inView(); };
  const ask = (line, buttons) => { show({ line, buttons }); say(line); inView(); };

  const canOffer = () => {
    const { recogniser } = me.data;
    if (recogniser === 'local') return true;
    if (!['browser', 'device'].includes(recogniser) || !one.figures || !parts.canHearSound())
      return false;
    if (recogniser === 'browser') return true;
    device ??= parts.onDevice().then((is) => { device = is; follow(one); return is; });
    return ['available', 'downloadable', 'downloading'].includes(device);
  };

  const cancel = () => {
    running?.abort();
    running = null;
  };

  // What runs ends when it is cancelled, or the recording is no more on the screen.
  const run = async (work) => {
    cancel();
    const mine = running = new AbortController(), { signal } = mine;
    try {
      await work(signal);
    } catch (error) {
      if (running === mine)
        tell(error instanceof parts.NotWritten ? error.message : TROUBLES[error.why] ?? GONE);
    } finally {
      if (running === mine) running = null;
    }
  };

  const deliver = (about, heard_by, words) => {
    const draft = `${Date.now()}-${Math.random()}`;
    about.draft = draft;
    teller.tellDraft(about, { draft, heard_by, words }, () => about.draft === draft && !isEnded);
    offer('');
    say('');
  };

  const writeHere = (onThisDevice) => run(async (signal) => {
    const about = one, where = onThisDevice
      ? 'Your browser listens to your recording. Your voice stays on this device.'
      : 'Your browser listens to your recording.';
    const length_s = Math.max(1, about.length_s);
    const progress = (now_s, of_s) => {
      part('.draft_done').value = now_s / of_s;
      part('.draft_done').setAttribute('aria-valuetext',
        `${Math.round(now_s)} of ${Math.round(of_s)} seconds`);
    };
    progress(0, length_s);
    show({ line: where, buttons: ['cancel'], done: 0 });
    inView();
    say(`${where} It takes ${parts.inWords(length_s)}.`);
    const words = await parts.recogniseHere(about.blob, {
      isLocal: onThisDevice, sure_from: me.data.sure_from, signal, onProgress: progress,
    });
    signal.throwIfAborted();
    deliver(about, 'browser', words);
  });

  const writeThere = () => run(async (signal) => {
    const about = one, waits = (line) => {
      if (signal.aborted || part('.draft_line').textContent === line) return;
      ask(line, ['cancel']);
    };
    waits('Your sound is on its way.');
    const { heard, words } = await parts.writeOnServer({
      blob: about.blob, url: me.data.drafts_url, signal, parts,
      getTicket: (over) => teller.ticketFor(about, { over, signal, onWait: () => waits(CUT) }),
      onWait: (isCut) => waits(isCut ? CUT : BUSY),
      onPlace: (place) => waits(place ? `You are number ${place + 1} in line.`
        : 'It is your turn. Your words are being written.'),
    });
    signal.throwIfAborted();
    if (heard) deliver(about, 'local', words); else tell(UNHEARD);
  });

  const press = () => {
    if (running || !one) return;
    me.show('');
    const { figures } = one;
    if (figures && !figures.heard) { tell(UNHEARD); return; }
    if (isLocal()) { writeThere(); return; }
    run(async (signal) => {
      show({ line: WAIT, buttons: ['cancel'] });
      const found = await parts.onDevice();
      signal.throwIfAborted();
      const mayLeave = me.data.recogniser === 'browser', canGet = found === 'downloadable';
      if (found === 'available') writeHere(true);
      else if (mayLeave && allowedFor === who()) writeHere(false);
      else if (mayLeave) ask(canGet ? ASKS + OR_PACK : ASKS, ['yes', ...(canGet ? ['pack'] : []), 'no']);
      else if (canGet) ask(ONLY_PACK, ['pack', 'no']);
      else if (found === 'downloading')
        tell('Your browser is still getting its language pack. Try again in a few minutes.');
      else tell('Your browser can’t do this on this device now. You can type your words.');
    });
  };

  const getPack = () => {
    const got = parts.getLanguagePack(); // at the press itself: else it is not allowed
    run(async (signal) => {
      ask('Your browser gets its language pack. You can go on meanwhile.', ['cancel']);
      const isThere = await got;
      signal.throwIfAborted();
      device = null;
      if (isThere && await parts.onDevice() === 'available') { if (!signal.aborted) writeHere(true); }
      else tell('Your browser did not get its language pack. Try again later, or type your words.');
    });
  };

  button('write').onclick = press;
  button('yes').onclick = () => { allowedFor = who(); if (!running) writeHere(false); };
  button('no').onclick = () => { cancel(); tell('Nothing was sent. You can type your words below.'); };
  button('pack').onclick = getPack;
  button('cancel').onclick = () => { cancel(); tell('It was stopped.'); };

  // The recording on the screen, which may be offered a draft; null where there is none.
  function follow(recorded) {
    const isOther = recorded !== one;
    if (isOther) {
      cancel();
      one = recorded;
    }
    part('.draft').hidden = !one || !canOffer();
    if (isOther) offer();
  }

  window.addEventListener('pagehide', cancel);
  return {
    follow,
    // Somebody else sits here now: their Yes is their own.
    forget() { allowedFor = ''; },
    end() {
      isEnded = true;
      cancel();
      window.removeEventListener('pagehide', cancel);
    },
  };
}
