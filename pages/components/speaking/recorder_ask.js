// Asks this app's server.

const PATIENCE_MS = 60_000;

// One question. Gives what was told, and in `after_ms` when to come again, where that is said.
// Without a connection `status` is 0. Who answers with something else than our server does, a proxy
// say, has told nothing but its status. Throws what `signal` was aborted with.
export async function askServer(url, { ticket, signal, method = 'GET', headers = {}, body }) {
  const ending = new AbortController(), end = () => ending.abort();
  const timer = setTimeout(end, PATIENCE_MS);
  signal.addEventListener('abort', end);
  try {
    const response = await fetch(url, {
      method, headers: { 'Upload-Ticket': ticket, ...headers }, body,
      cache: 'no-store', signal: ending.signal,
    });
    const told = readTold(await response.text());
    const after_ms = 1000 * (Number(response.headers.get('Retry-After')) || 0);
    return { told, ok: response.ok, status: response.status, after_ms };
  } catch {
    signal.throwIfAborted();
    return { told: {}, ok: false, status: 0, after_ms: 0 };
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

// Until then, or the connection is back.
export function pause(wait_ms, signal) {
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
