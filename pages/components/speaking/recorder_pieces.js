// What was spoken and is not kept yet lies in this browser: one entry for each recording, and its
// pieces of about a second. All of it goes after an hour.

const STORES = ['recordings', 'pieces'];
const LIFE_MS = 60 * 60 * 1000;
const PATIENCE_MS = 8000;
const OPENED_MS = 8000;

// `name` is the database's. `onTaken` is told when somebody deletes all of it, in this tab or in another.
export function openPieces({ name, onTaken }) {
  let opening = null;

  const open = () => {
    opening ??= new Promise((go, fail) => {
      const request = indexedDB.open(name, 1);
      let isLate = false; // some browsers never answer
      setTimeout(() => { isLate = true; fail(new DOMException('', 'TimeoutError')); }, OPENED_MS);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('recordings', { keyPath: 'id' });
        request.result.createObjectStore('pieces', { keyPath: ['id', 'number'] });
      };
      request.onsuccess = () => {
        const base = request.result;
        if (isLate) { base.close(); return; }
        base.onclose = () => { opening = null; };
        base.onversionchange = ({ newVersion }) => {
          base.close();
          opening = null;
          if (newVersion === null) onTaken();
        };
        go(base);
      };
      request.onerror = () => fail(request.error);
    });
    opening.catch(() => { opening = null; });
    return opening;
  };

  // Done when it is written; gives the result of the request that `work` makes, if any.
  const within = async (mode, work) => {
    const base = await open();
    return new Promise((go, fail) => {
      const transaction = base.transaction(STORES, mode);
      const request = work(...STORES.map((name) => transaction.objectStore(name)));
      transaction.oncomplete = () => go(request?.result);
      transaction.onabort = () => fail(transaction.error);
    });
  };
  const piecesOf = (id) => IDBKeyRange.bound([id, 0], [id, Infinity]);

  const remove = (id) => within('readwrite', (recordings, pieces) => {
    recordings.delete(id);
    pieces.delete(piecesOf(id));
  });

  return {
    begin(entry) {
      return within('readwrite', (recordings) => {
        recordings.put(entry).onsuccess = () => remember(name, true);
      });
    },

    // Bytes, since not every browser keeps a Blob here. Nothing is added to what was deleted
    // meanwhile.
    async add(id, number, blob) {
      const bytes = await blob.arrayBuffer();
      let isThere = false;
      await within('readwrite', (recordings, pieces) => {
        recordings.getKey(id).onsuccess = ({ target }) => {
          isThere = target.result !== undefined;
          if (isThere) pieces.put({ id, number, bytes });
        };
      });
      if (!isThere) onTaken();
    },

    async has(id) {
      return (await within('readonly', (recordings) => recordings.getKey(id))) !== undefined;
    },

    change(id, changes) {
      return within('readwrite', (recordings) => {
        const request = recordings.get(id);
        request.onsuccess = () => {
          if (request.result) recordings.put({ ...request.result, ...changes });
        };
      });
    },

    remove,

    // The newest that no tab holds and that fits, with its sound; null where there is none.
    async find(fits) {
      const entries = (await within('readonly', (recordings) => recordings.getAll()))
        .filter(fits).sort((a, b) => b.began - a.began);
      for (const entry of entries) {
        if (await isHeld(entry.id)) continue;
        const found = await within('readonly', (_, pieces) => pieces.getAll(piecesOf(entry.id)));
        if (found.length)
          return { entry, blob: new Blob(found.map(({ bytes }) => bytes), { type: entry.type }) };
      }
      return null;
    },

    // In one transaction with what it remembers: another tab may begin one meanwhile.
    deleteOld(now) {
      return within('readwrite', (recordings, pieces) => {
        recordings.getAll().onsuccess = ({ target }) => {
          const old = target.result.filter(({ began }) => Math.abs(now - began) > LIFE_MS);
          for (const { id } of old) { recordings.delete(id); pieces.delete(piecesOf(id)); }
          if (old.length === target.result.length) remember(name, false);
        };
      });
    },

    close() { opening?.then((base) => base.close(), () => {}); opening = null; },
  };
}

// What is known of a recording that begins now.
export function newEntry({ learner, session, picture }, type) {
  const id = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
  return { id, learner, session, picture, began: Date.now(), type, length_s: 0, ticket: '' };
}

// Held by the tab that has it on its screen: no other one offers it. Gives what lets it go.
export function hold(id) {
  let letGo = () => {}, isGone = false;
  navigator.locks?.request(lockName(id), () => new Promise((go) => {
    letGo = go;
    if (isGone) go();
  })).catch(() => {});
  return () => { isGone = true; letGo(); };
}

// A page that was just left may hold it for a moment still.
async function isHeld(id) {
  if (!navigator.locks) return false;
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), PATIENCE_MS);
  try {
    await navigator.locks.request(lockName(id), { signal: waiting.signal }, () => {});
    return false;
  } catch {
    return true;
  } finally {
    clearTimeout(timer);
  }
}

function lockName(id) { return `imagespeak recording ${id}`; }

// Tells the next visit, before anything is loaded, that there may be something.
function remember(name, is) {
  try {
    if (is) localStorage.setItem(name, '1'); else localStorage.removeItem(name);
  } catch { /* then nothing is offered after a reload */ }
}
