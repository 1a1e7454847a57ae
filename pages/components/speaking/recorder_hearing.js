// What was counted in a recording, by the browser's own decoder. No word of it is known here.
//
// Speech is told from the noise around it by loudness alone: frames that are clearly louder than
// the quiet ones begin it, and it lasts while they stay a little louder. So music counts, too.

const HZ = 16_000, FRAME = 320; // 20 ms
const ON_DB = 10, OFF_DB = 6; // above the noise
const QUIET_DB = -70, LEAST_DB = -50; // no speech is below the second
const LEAST_RANGE_DB = 12; // between quiet and loud frames; even noise has less
const SHORTEST_S = 0.15, JOINED_S = 0.3, PAUSE_S = 1;
const PATIENCE_MS = 2000;

// As the file tells it; 0 where it does not, or where this browser can't play it.
export function toldLength(blob) {
  return new Promise((go) => {
    const audio = new Audio(), url = URL.createObjectURL(blob);
    const done = () => {
      URL.revokeObjectURL(url);
      go(Number.isFinite(audio.duration) ? audio.duration : 0);
    };
    audio.onloadedmetadata = audio.onerror = done;
    setTimeout(done, PATIENCE_MS);
    audio.preload = 'metadata';
    audio.src = url;
  });
}

// The samples, 16 kHz, mono; null where this browser can't decode them.
export async function decode(blob) {
  try {
    const context = new OfflineAudioContext(1, HZ, HZ);
    const audio = await context.decodeAudioData(await blob.arrayBuffer());
    const channels = Array.from({ length: audio.numberOfChannels }, (_, at) => audio.getChannelData(at));
    if (channels.length === 1) return channels[0];
    return channels[0].map((_, at) => channels.reduce((sum, one) => sum + one[at], 0) / channels.length);
  } catch {
    return null;
  }
}

export function lengthOf(samples) { return samples.length / HZ; }

export function hear(samples) {
  const length_s = lengthOf(samples);
  const levels = levelsOf(samples);
  const stretches = joined(speechIn(levels)).filter(([from, to]) => seconds(to - from) >= SHORTEST_S);
  if (!stretches.length)
    return { length_s, heard: false, speaking_s: 0, pauses: 0, longest_pause_s: 0 };
  const gaps = stretches.slice(1).map(([from], at) => seconds(from - stretches[at][1]));
  const pauses = gaps.filter((gap) => gap >= PAUSE_S);
  return {
    length_s,
    heard: true,
    speaking_s: stretches.reduce((sum, [from, to]) => sum + seconds(to - from), 0),
    pauses: pauses.length,
    longest_pause_s: Math.max(0, ...pauses),
  };
}

function seconds(frames) { return (frames * FRAME) / HZ; }

function levelsOf(samples) {
  const levels = [];
  for (let at = 0; at + FRAME <= samples.length; at += FRAME) {
    let sum = 0;
    for (let i = at; i < at + FRAME; i += 1) sum += samples[i] * samples[i];
    levels.push(Math.max(QUIET_DB, 10 * Math.log10(sum / FRAME + 1e-12)));
  }
  return levels;
}

function speechIn(levels) {
  if (!levels.length) return [];
  const sorted = [...levels].sort((a, b) => a - b);
  const share = (part) => sorted[Math.floor(part * (sorted.length - 1))];
  const noise = share(0.1), loud = share(0.97);
  if (loud - noise < LEAST_RANGE_DB || loud < LEAST_DB) return [];
  const on = Math.max(LEAST_DB, noise + ON_DB), off = Math.max(LEAST_DB - 4, noise + OFF_DB);
  const stretches = [];
  let from = -1;
  levels.forEach((level, at) => {
    if (from < 0 && level >= on) from = at;
    else if (from >= 0 && level < off) { stretches.push([from, at]); from = -1; }
  });
  if (from >= 0) stretches.push([from, levels.length]);
  return stretches;
}

function joined(stretches) {
  const result = [];
  for (const [from, to] of stretches) {
    const last = result.at(-1);
    if (last && seconds(from - last[1]) < JOINED_S) last[1] = to; else result.push([from, to]);
  }
  return result;
}
