// Listening to a recording in this browser: play, pause, place and speed.

const PATIENCE_MS = 2000;
const LISTEN = 'Listen', PAUSE = 'Pause';

export function openPlayer(panel) {
  const { part } = panel;
  const audio = part('audio'), place = part('.position'), at = part('.at'), listen = part('.listen');
  const speeds = [...part('.speeds').children];
  let url = '', length_s = 0, isReady = false, getReady = () => {}, ready = Promise.resolve();

  const show = () => {
    const now = isReady ? Math.min(audio.currentTime, length_s) : 0;
    place.value = now;
    place.setAttribute('aria-valuetext', `${Math.round(now)} of ${Math.round(length_s)} seconds`);
    at.textContent = `${minutes(now)} / ${minutes(length_s)}`;
    part('.recorder').toggleAttribute('data-playing', !audio.paused);
    if (audio.paused === (listen.textContent === LISTEN)) return;
    listen.textContent = audio.paused ? LISTEN : PAUSE;
    if (audio.paused) part('.recorder').scrollIntoView({ block: 'nearest' });
  };
  for (const name of ['play', 'pause', 'ended', 'timeupdate']) audio.addEventListener(name, show);
  // What a browser has recorded tells no length, and can't be moved in before its end was looked for.
  audio.onloadedmetadata = () => { if (!Number.isFinite(audio.duration)) audio.currentTime = 1e101; };
  audio.ondurationchange = () => {
    if (isReady || !Number.isFinite(audio.duration)) return;
    isReady = true;
    if (audio.currentTime > 0) audio.currentTime = 0;
    length_s = audio.duration;
    place.max = length_s;
    show();
    getReady();
  };
  audio.onerror = () => getReady();
  place.oninput = () => { audio.currentTime = Number(place.value); show(); };
  for (const button of speeds) {
    button.onclick = () => {
      audio.playbackRate = audio.defaultPlaybackRate = Number(button.dataset.speed);
      for (const one of speeds) one.setAttribute('aria-pressed', String(one === button));
    };
  }

  return {
    take(blob, about_s) {
      URL.revokeObjectURL(url);
      isReady = false;
      ready = new Promise((go) => { getReady = go; setTimeout(go, PATIENCE_MS); });
      length_s = about_s;
      place.max = about_s;
      audio.preservesPitch = true;
      audio.src = url = URL.createObjectURL(blob);
      show();
    },
    // Plays or pauses; false where this browser can't play it.
    async press() {
      if (!audio.paused) { audio.pause(); return true; }
      await ready;
      try {
        await audio.play();
        return true;
      } catch (error) {
        // It was stopped meanwhile, or the browser wants one more press.
        return ['AbortError', 'NotAllowedError'].includes(error.name);
      }
    },
    pause: () => audio.pause(),
    empty() {
      audio.pause();
      audio.removeAttribute('src');
      audio.load();
      URL.revokeObjectURL(url);
      url = '';
    },
  };
}

export function minutes(seconds) {
  const whole = Math.floor(seconds + 0.05);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
