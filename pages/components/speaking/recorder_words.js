// What is said of a recording, and of a file that can't be taken.

const MEGABYTE = 1e6;

// A recording that is on the screen: a line, and more below it.
export function wordsAbout(one, { data, isMemoryOnly, isLastTry, inWords }) {
  if (one.kept?.is_waiting) return { line: 'Your recording is safe. It is being stored.', more: '' };
  if (one.kept) {
    const until = data.kept === one.kept.stem && data.kept_until;
    return { line: `Kept${until ? ` until ${dayOf(until)}` : ''}. Only you can hear it.`, more: '' };
  }
  const { figures, length_s, is_file: isFile, is_unknown: isUnknown, why } = one;
  const what = isFile ? 'Your sound file' : why === 'limit' ? 'Time is up. Recorded' : 'Recorded';
  const least_s = data.task.speak_min_s;
  const more = [
    !isFile && length_s < least_s && `Speak a little longer: at least ${inWords(least_s)}.`,
    figures && !figures.heard && 'We heard no speech in it.',
    !figures && "This browser can't look into the sound, so nothing is counted yet.",
    data.may_keep ? 'It is kept in this browser alone until you press Keep.' : data.why_not_kept,
    isMemoryOnly && "Don't close this page: your browser saves nothing here.",
    isLastTry && 'This task has no more attempts for this picture.',
  ];
  return {
    line: isUnknown ? 'Here is your sound file.' : `${what}: ${inWords(length_s)}.`,
    more: more.filter(Boolean).join(' '),
  };
}

// Why a file can't be taken, as it seems; nothing where it can.
export function refusedFile(file, { max_bytes }) {
  if (!file.size) return { trouble: 'nothing' };
  if (file.type && !/^(audio|video)\//.test(file.type)) return { trouble: 'unplayable' };
  if (file.size <= max_bytes) return null;
  const megabytes = (bytes) => `${Math.ceil(bytes / MEGABYTE)} MB`;
  return {
    trouble: 'too_large',
    text: `This file is too large: ${megabytes(file.size)}, and ${megabytes(max_bytes)} at most. `
      + 'Choose a shorter recording.',
  };
}

export function refusedLength(length_s, { max_s, overrun_s }, inWords) {
  return length_s <= max_s + overrun_s ? null : {
    trouble: 'too_long',
    text: `This recording is too long: ${inWords(length_s)}, and ${inWords(max_s)} at most. `
      + 'Choose a shorter one.',
  };
}

function dayOf(until) {
  return new Date(until).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
}
