// A first draft by this app's server: the sound goes there, waits for its turn, and is not stored.

const LOOK_MS = 1000, LOOK_IN_LINE_MS = 2000;
const MOST_TROUBLES = 6; // answers in a row that bring nothing on
const LONGEST_WAIT_MS = 10_000; // where it is not said for how long
const MOST_SENT = 2; // a server that began anew, or another one, does not know it
const FAILED = 'It could not be written down. Try again, or type your words.';
const UNKNOWN = 404, OVER = 410;

export class NotWritten extends Error {}

// Gives { heard, words }. Throws NotWritten with a sentence, or what `signal` was aborted with.
// `onPlace` is told how many others come first, `onWait` that it is tried again later, and whether
// that is for the connection.
export async function writeOnServer({ blob, url, getTicket, signal, onPlace, onWait, parts }) {
  let ticket = await getTicket(''), isReplaced = false, sent = 0, isSent = false, troubles = 0;
  const forget = () => {
    fetch(url, { method: 'DELETE', headers: { 'Upload-Ticket': ticket }, keepalive: true })
      .catch(() => {}); // it goes by itself in a while
  };
  try {
    for (;;) {
      signal.throwIfAborted();
      const answer = await parts.askServer(url, {
        ticket, signal, ...(!isSent && { method: 'POST', body: blob }),
      });
      const { place, heard, words } = answer.told;
      if (answer.ok && Array.isArray(words)) return { heard: heard === true, words };
      if (answer.ok && Number.isInteger(place) && place >= 0) {
        isSent = true;
        troubles = 0;
        onPlace(place);
        await parts.pause(Math.max(place ? LOOK_IN_LINE_MS : LOOK_MS, answer.after_ms), signal);
        continue;
      }
      if (answer.status === OVER && !isReplaced) {
        isReplaced = true;
        isSent = false;
        ticket = await getTicket(ticket);
        continue;
      }
      if (answer.status === UNKNOWN && isSent) {
        sent += 1;
        isSent = false;
        if (sent < MOST_SENT) continue;
      }
      troubles += 1;
      // Our server says when to come again where that helps; a proxy before it says nothing.
      const isPassing = answer.ok || !answer.status || answer.after_ms
        || (answer.status >= 500 && !answer.told.error);
      if (answer.status === UNKNOWN || !isPassing || troubles >= MOST_TROUBLES)
        throw new NotWritten(answer.told.error || (answer.status ? FAILED
          : 'No connection. Look at it, then try again.'));
      onWait(!answer.status);
      const wait_ms = Math.min(LONGEST_WAIT_MS, LOOK_MS * 2 ** (troubles - 1));
      await parts.pause(Math.max(wait_ms, answer.after_ms), signal);
    }
  } finally {
    forget();
  }
}
