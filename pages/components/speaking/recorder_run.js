// One try: the time to prepare, then the recording, which stops by itself. With its clock, what is
// told meanwhile, and how loud it is.

const LOOK_MS = 100;
const HEARD = 0.006; // louder than a quiet room behind a microphone
const SILENT_MS = 4000; // nothing at all so far
const THINKING_MS = 10_000; // nothing more
const MUTED_MS = 1500;
const LAST_S = 10;
const HIGH_HZ = 660, LOW_HZ = 440;

// `onEnd` is told once with why it ended: pressed, limit, left, lost; or cancelled, without a sound.
export function beginRun({ stream, data, panel, parts, onRecording, onPiece, onEnd }) {
  const { part, line, say } = panel;
  const { task, max_s } = data;
  const stops_s = Math.min(task.speak_s ?? max_s, max_s);
  const ear = parts.listenTo(stream);
  const ending = new AbortController(), { signal } = ending;
  let phase = 'preparing', began = performance.now(), looking = 0, limit = 0, muted = 0;
  let recorder = null, why = '', heardAt = 0, hasHeard = false, isWarned = false, lastLevel = 0;
  let letSleep = () => {};
  const told = new Set();

  const once = (name, text) => { if (!told.has(name)) { told.add(name); say(text); } };
  const elapsed_s = () => (performance.now() - began) / 1000;

  const clock = (now_s, of_s, isDown) => {
    part('.figures').textContent = parts.minutes(isDown ? Math.ceil(of_s - now_s - 0.05) : now_s);
    const step = matchMedia('(prefers-reduced-motion: reduce)').matches ? Math.floor(now_s) : now_s;
    part('.ring').style.strokeDashoffset = String(Math.max(0, Math.min(1, step / of_s)));
  };
  const level = (now) => {
    const { loudness, percent } = ear.read();
    part('.meter i').style.width = `${percent}%`;
    if (now - lastLevel >= 500) {
      lastLevel = now;
      part('.meter').setAttribute('aria-valuenow', percent);
    }
    if (loudness >= HEARD || !ear.isOn()) { heardAt = now; hasHeard ||= ear.isOn(); }
    return now - heardAt;
  };

  const look = () => {
    const now = performance.now(), now_s = elapsed_s();
    const quiet_ms = level(now);
    if (phase === 'preparing') {
      clock(now_s, task.prepare_s, true);
      if (task.prepare_s >= 2 * LAST_S && task.prepare_s - now_s <= LAST_S)
        once('prepare', `${LAST_S} seconds to prepare.`);
      if (now_s >= task.prepare_s) record();
    } else if (phase === 'recording') {
      clock(Math.min(now_s, stops_s), stops_s, task.speak_s !== null);
      if (task.speak_s !== null && stops_s >= 4 * LAST_S && now_s >= stops_s / 2)
        once('half', `Half of the time. ${inWords(stops_s / 2)} left.`);
      if (stops_s >= 2 * LAST_S && stops_s - now_s <= LAST_S) once('last', `${LAST_S} seconds left.`);
      if (task.speak_min_s)
        panel.more(now_s < task.speak_min_s ? `At least ${inWords(task.speak_min_s)}.`
          : 'That is long enough. Go on, or press Stop.');
      const isSilent = quiet_ms > (hasHeard ? THINKING_MS : SILENT_MS);
      if (isSilent !== isWarned) panel.show(isSilent ? 'silent' : '');
      isWarned = isSilent;
      if (now_s >= stops_s) stop('limit');
    }
  };

  const record = async () => {
    phase = 'between';
    await null; // whoever asked for this run knows it before anything is told
    if (data.has_sounds) await parts.sound(HIGH_HZ);
    if (signal.aborted) return;
    try {
      recorder = parts.recordFrom(stream, {
        onPiece, onEnd: finish,
        onStart: () => { began = performance.now(); limit = setTimeout(stop, stops_s * 1000, 'limit'); },
      });
    } catch {
      why = 'failed';
      finish();
      return;
    }
    phase = 'recording';
    began = heardAt = performance.now();
    hasHeard = false;
    line('Speak now.');
    panel.more('');
    say(`Speak now. ${task.speak_s === null ? '' : `${inWords(stops_s)}.`}`);
    onRecording();
    look();
  };

  function stop(reason) {
    if (phase !== 'recording' || why) return;
    why = reason;
    recorder.stop();
  }

  const close = () => {
    ending.abort();
    clearInterval(looking);
    clearTimeout(limit);
    clearTimeout(muted);
    part('.figures').textContent = '';
    ear.close();
    letSleep();
    parts.closeMicrophone(stream);
  };
  function finish() {
    if (phase === 'ended') return;
    const length_s = phase === 'recording' ? elapsed_s() : 0;
    phase = 'ended';
    if (isWarned) panel.show('');
    close();
    if (data.has_sounds && why !== 'left') parts.sound(LOW_HZ);
    onEnd({ why: why || 'lost', length_s, type: recorder?.type() ?? '' });
  }
  function cancel() {
    if (phase === 'recording') { stop('left'); return; }
    if (phase === 'ended') return;
    phase = 'ended';
    close();
    onEnd({ why: 'cancelled', length_s: 0, type: '' });
  }

  // A phone takes the microphone away when one leaves the page; a desk goes on.
  const [track] = stream.getAudioTracks();
  track.addEventListener('mute', () => {
    muted = setTimeout(() => { if (document.hidden) stop('left'); }, MUTED_MS);
  }, { signal });
  track.addEventListener('unmute', () => clearTimeout(muted), { signal });
  track.addEventListener('ended', () => { if (phase === 'recording') stop('lost'); else cancel(); },
    { signal });
  window.addEventListener('pagehide', cancel, { signal });
  document.addEventListener('freeze', cancel, { signal });

  looking = setInterval(look, LOOK_MS);
  parts.keepAwake().then((release) => { if (signal.aborted) release(); else letSleep = release; });
  if (task.prepare_s) {
    line('Look at the picture. The recording starts by itself.');
    say(`${inWords(task.prepare_s)} to prepare. The recording starts by itself.`);
    look();
  } else {
    record();
  }
  return {
    skip: () => { if (phase === 'preparing') record(); },
    stop: () => stop('pressed'),
    cancel,
  };
}

export function inWords(seconds) {
  const whole = Math.round(seconds), rest = whole % 60, full = Math.floor(whole / 60);
  const count = (number, name) => (number ? `${number} ${name}${number === 1 ? '' : 's'}` : '');
  return [count(full, 'minute'), count(rest, 'second')].filter(Boolean).join(' ') || '0 seconds';
}
