// The microphone: opening it, recording it, how loud it is. And the tones that tell of both ends.

const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
const BITS_PER_SECOND = 32_000;
const PIECE_MS = 1000;
const TROUBLES = {
  NotFoundError: 'missing', OverconstrainedError: 'missing', NotReadableError: 'busy',
  AbortError: 'busy', SecurityError: 'blocked',
};
const FLOOR_DB = -60, CEILING_DB = -12;

export function openMicrophone() {
  return navigator.mediaDevices.getUserMedia({
    audio: { channelCount: 1, echoCancellation: false, noiseSuppression: true, autoGainControl: true },
  });
}

export async function troubleOf(error) {
  if (error.name !== 'NotAllowedError') return TROUBLES[error.name] || 'failed';
  if (window.top !== window) return 'framed';
  try {
    const { state } = await navigator.permissions.query({ name: 'microphone' });
    return state === 'prompt' ? 'unanswered' : 'blocked';
  } catch {
    return 'blocked'; // a browser that does not tell
  }
}

export function closeMicrophone(stream) {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

// Records from now on. `onEnd` is told once, also where the microphone ends by itself.
export function recordFrom(stream, { onPiece, onStart, onEnd }) {
  const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one));
  const recorder = new MediaRecorder(stream, {
    ...(type ? { mimeType: type } : {}), audioBitsPerSecond: BITS_PER_SECOND,
  });
  const stop = () => { if (recorder.state !== 'inactive') recorder.stop(); };
  recorder.ondataavailable = ({ data }) => { if (data.size) onPiece(data); };
  recorder.onstart = onStart;
  recorder.onerror = stop;
  recorder.onstop = onEnd;
  recorder.start(PIECE_MS);
  return { stop, type: () => recorder.mimeType || type || '' };
}

// How loud it is: `loudness` from 0 to 1, root mean square; `percent` of the meter.
export function listenTo(stream) {
  const context = new AudioContext(), meter = context.createAnalyser();
  meter.fftSize = 2048;
  context.createMediaStreamSource(stream).connect(meter);
  context.resume().catch(() => {});
  const samples = new Float32Array(meter.fftSize);
  return {
    read() {
      meter.getFloatTimeDomainData(samples);
      const loudness = Math.sqrt(samples.reduce((sum, v) => sum + v * v, 0) / samples.length);
      const decibels = 20 * Math.log10(loudness + 1e-9);
      const part = (decibels - FLOOR_DB) / (CEILING_DB - FLOOR_DB);
      return { loudness, percent: Math.round(100 * Math.max(0, Math.min(1, part))) };
    },
    isOn: () => context.state === 'running',
    close: () => context.close().catch(() => {}),
  };
}

// A soft tone; resolved when it is over, so that it is in no recording.
export async function sound(hertz) {
  let context = null;
  try {
    context = new AudioContext();
  } catch {
    return; // as many are open as the browser allows: it goes on without a tone
  }
  const tone = context.createOscillator(), gain = context.createGain(), now = context.currentTime;
  tone.frequency.value = hertz;
  gain.gain.setValueAtTime(0, now);
  gain.gain.linearRampToValueAtTime(0.08, now + 0.03);
  gain.gain.linearRampToValueAtTime(0, now + 0.28);
  tone.connect(gain).connect(context.destination);
  tone.start(now);
  tone.stop(now + 0.3);
  // Where the computer has no loudspeaker, the end is never told.
  await new Promise((go) => { tone.onended = go; setTimeout(go, 500); });
  context.close().catch(() => {});
}

// Keeps the screen on where the browser can.
export async function keepAwake() {
  try {
    const lock = await navigator.wakeLock.request('screen');
    return () => lock.release().catch(() => {});
  } catch {
    return () => {};
  }
}
