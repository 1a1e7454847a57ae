// Sends a recording in pieces. What has arrived is not sent again, whatever was cut meanwhile.

const PIECE_BYTES = 256 * 1024;
const FIRST_WAIT_MS = 1000, LONGEST_WAIT_MS = 20_000;
// Answers in a row that bring nothing on: of a server that says when to come again, and of others.
const MOST_WHEN_TOLD = 6, MOST_REFUSALS = 3;
const TICKET_OVER = 410, WRONG_OFFSET = 409, TOO_MANY = 429, FORBIDDEN = 403;

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

async function send({ blob, url, ticket, signal, onSent, onLast, onWait, parts }) {
  let at = -1, most = -1, failures = 0, refusals = 0, isAtOnce = false;
  for (;;) {
    signal.throwIfAborted();
    if (at >= 0 && (isAtOnce || at + PIECE_BYTES >= blob.size)) onLast();
    const question = { blob, url, ticket, signal, at, isAtOnce };
    const { told, ok, status, after_ms } = await ask(parts.askServer, question);
    if (ok && (told.kept || told.safe)) return told;
    if (ok && told.received > at) {
      at = told.received;
      if (at > most) { most = at; failures = refusals = 0; }
      onSent(at / blob.size);
      continue;
    }
    if (status) {
      // Too many are kept, or too many come at once: then it is said when to come again.
      const isPassing = ok || status >= 500 || status === WRONG_OFFSET
        || (status === TOO_MANY && after_ms > 0);
      refusals += 1;
      if (!isPassing || refusals > (after_ms > 0 ? MOST_WHEN_TOLD : MOST_REFUSALS))
        throw new NotKept(status, told.error || 'It could not be kept. Press Keep again.');
    }
    at = status === WRONG_OFFSET ? told.received ?? -1 : -1;
    // Other servers may answer in turn, none of which knows what the others have.
    if (at >= 0 && at < most) isAtOnce = true;
    failures += 1;
    if (!status) onWait();
    const wait_ms = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
    await parts.pause(Math.max(wait_ms, after_ms), signal);
  }
}

// What is safe is stored by itself: gives its name when it is. Nothing where that is not known.
export async function untilStored({ url, ticket, signal, parts }) {
  for (let wait_ms = FIRST_WAIT_MS; ; wait_ms = Math.min(LONGEST_WAIT_MS, 2 * wait_ms)) {
    await parts.pause(wait_ms, signal);
    const { told, ok, status } = await parts.askServer(url, { ticket, signal });
    if (ok && told.kept) return told.kept;
    if (status === TICKET_OVER || status === FORBIDDEN) return '';
  }
}

// What has arrived is asked with `at` -1.
function ask(askServer, { blob, url, ticket, signal, at, isAtOnce }) {
  return askServer(url, { ticket, signal, ...(at >= 0 && {
    method: 'PATCH',
    headers: {
      'Upload-Offset': isAtOnce ? 0 : at, 'Upload-Length': blob.size,
      ...(isAtOnce && { 'Upload-Anew': 1 }),
    },
    body: isAtOnce ? blob : blob.slice(at, at + PIECE_BYTES),
  }) });
}
