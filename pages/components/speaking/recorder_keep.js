// Sends a recording in pieces. What has arrived is not sent again, whatever was cut meanwhile.

const PIECE_BYTES = 256 * 1024;
const PATIENCE_MS = 60_000;
const FIRST_WAIT_MS = 1000, LONGEST_WAIT_MS = 20_000;
// Answers in a row that bring nothing on: of a server that says when to come again, and of others.
const MOST_WHEN_TOLD = 6, MOST_REFUSALS = 3;
const TICKET_OVER = 410, WRONG_OFFSET = 409, TOO_MANY = 429;

export class NotKept extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.needsTicket = status === TICKET_OVER;
  }
}

// Gives the server's last answer, or throws NotKept, or what `signal` was aborted with. A ticket
// that is over is replaced once.
export async function sendAll({ getTicket, onTicket, ...rest }) {
  for (let over = ''; ;) {
    const ticket = await getTicket(over);
    await onTicket(ticket);
    try {
      return await send({ ...rest, ticket });
    } catch (error) {
      if (!error.needsTicket || over) throw error;
      over = ticket;
    }
  }
}

async function send({ blob, url, ticket, signal, onSent, onLast, onWait }) {
  let at = -1, most = -1, failures = 0, refusals = 0, isAtOnce = false;
  for (;;) {
    signal.throwIfAborted();
    if (at >= 0 && (isAtOnce || at + PIECE_BYTES >= blob.size)) onLast();
    const answer = await ask({ blob, url, ticket, signal, at, isAtOnce });
    if (answer.ok && answer.kept) return answer;
    if (answer.ok && answer.received > at) {
      at = answer.received;
      if (at > most) { most = at; failures = refusals = 0; }
      onSent(at / blob.size);
      continue;
    }
    if (answer.status) {
      // Too many are kept, or too many come at once: then it is said when to come again.
      const isPassing = answer.ok || answer.status >= 500 || answer.status === WRONG_OFFSET
        || (answer.status === TOO_MANY && answer.after_s > 0);
      refusals += 1;
      if (!isPassing || refusals > (answer.after_s > 0 ? MOST_WHEN_TOLD : MOST_REFUSALS))
        throw new NotKept(answer.status, answer.error || 'It could not be kept. Press Keep again.');
    }
    at = answer.status === WRONG_OFFSET ? answer.received ?? -1 : -1;
    // Other servers may answer in turn, none of which knows what the others have.
    if (at >= 0 && at < most) isAtOnce = true;
    failures += 1;
    if (!answer.status) onWait();
    const wait_ms = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
    await pause(Math.max(wait_ms, 1000 * answer.after_s), signal);
  }
}

// One question: what has arrived, or here is more. Without a connection `status` is 0. Who answers
// with something else than our server does, a proxy say, has told nothing but its status.
async function ask({ blob, url, ticket, signal, at, isAtOnce }) {
  const ending = new AbortController(), end = () => ending.abort();
  const timer = setTimeout(end, PATIENCE_MS);
  signal.addEventListener('abort', end);
  const more = at < 0 ? {} : {
    method: 'PATCH',
    headers: {
      'Upload-Ticket': ticket, 'Upload-Offset': isAtOnce ? 0 : at, 'Upload-Length': blob.size,
      ...(isAtOnce && { 'Upload-Anew': 1 }),
    },
    body: isAtOnce ? blob : blob.slice(at, at + PIECE_BYTES),
  };
  try {
    const response = await fetch(url, {
      headers: { 'Upload-Ticket': ticket }, cache: 'no-store', signal: ending.signal, ...more,
    });
    const text = await response.text();
    const told = readTold(text);
    const after_s = Number(response.headers.get('Retry-After')) || 0;
    return { ...told, ok: response.ok, status: response.status, after_s };
  } catch {
    signal.throwIfAborted();
    return { ok: false, status: 0, after_s: 0 };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}

function readTold(text) {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

function pause(wait_ms, signal) {
  return new Promise((go) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      go();
    };
    const timer = setTimeout(done, wait_ms);
    window.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
