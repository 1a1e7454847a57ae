// One held request for all tabs of a browser: it opens six connections to a server, and one tab
// more would get none. Tabs that are seen tell each other what they wait for. The one that came
// first asks for all, and passes on what it hears. A tab that is hidden lets go; seen again, it
// asks with what it knows, and hears what it has missed.
// Locks and shared workers would do too, but the first need https, and phones lack the second.

const BEAT_MS = 2000;
const LOST_MS = 7000; // a tab that was not heard so long is gone without a word
const HELLO_MS = 400; // a tab that comes lets the others answer first
const MOST_THINGS = 20; // as many as the server takes

function news(url) {
  window.imagespeakTold ??= openNews(url); // each part of the page brings this script along
  return window.imagespeakTold;
}

function openNews(url) {
  const wanted = new Set(); // { of, heard, failing }
  const others = new Map(); // tabs that are seen: their wants, and when they were heard
  let me = ''; // empty while hidden
  let channel = null;
  let knowsOthers = false;
  let beat = 0;
  let change = 0;
  let asked = '';
  let request = null;
  let failures = 0;

  const own = () => [...wanted].map(({ of }) => of);
  const first = () => [me, ...others.keys()].sort()[0];
  const say = (words) => channel?.postMessage({ from: me, ...words });
  const sayWants = () => say({ wants: own(), failures });

  const noteFailures = (number) => {
    failures = number;
    for (const one of wanted) one.failing(number);
  };

  const hear = (found) => { // what has happened, each with what there is to see of it
    noteFailures(0);
    for (const other of others.values())
      other.wants = other.wants.filter((of) => !(of in found));
    for (const one of [...wanted]) {
      if (!(one.of in found)) continue;
      wanted.delete(one);
      one.heard(found[one.of]);
    }
  };

  const letGo = () => {
    request?.abort();
    request = null;
    asked = '';
  };

  const ask = async (things) => {
    const { signal } = request = new AbortController();
    const query = new URLSearchParams(things.map((of) => ['of', of]));
    let tries = 0;
    while (!signal.aborted) {
      let status = 0;
      let found = null;
      // After a failure: whether the server is back, which a held request would tell late.
      const how = failures ? '&at_once' : '';
      try {
        const answer = await fetch(`${url}?${query}${how}`, { signal, cache: 'no-store' });
        if (answer.status === 200) found = await answer.json();
        status = answer.status;
      } catch { status = 0; }
      if (signal.aborted) return;
      const before = failures;
      noteFailures([200, 204].includes(status) ? 0 : failures + 1);
      if (failures !== before) sayWants();
      if (found && things.some((of) => of in found)) {
        letGo();
        say({ found });
        hear(found);
        decide();
        return;
      }
      tries = status === 204 ? 0 : tries + 1;
      if (tries) await new Promise((go) => setTimeout(go, Math.min(1000 * 2 ** tries, 10000)));
    }
  };

  const decide = () => {
    if (!knowsOthers) return;
    for (const [id, { heardAt }] of others)
      if (performance.now() - heardAt > LOST_MS) others.delete(id);
    if (first() !== me) {
      letGo();
      return;
    }
    const theirs = [...others.values()].flatMap(({ wants }) => wants);
    const things = [...new Set([...own(), ...theirs])].sort().slice(0, MOST_THINGS);
    if (things.join() === asked) return;
    letGo();
    asked = things.join();
    if (things.length) ask(things);
  };

  const take = ({ data: { from, wants, found, failures: theirs, isLeaving } }) => {
    if (found) hear(found);
    else if (isLeaving) others.delete(from);
    else {
      const isNew = !others.has(from);
      others.set(from, { wants, heardAt: performance.now() });
      if (isNew) sayWants();
      if (from === first() && theirs !== failures) noteFailures(theirs);
    }
    decide();
  };

  const join = () => {
    if (me || !wanted.size || document.visibilityState === 'hidden') return;
    me = `${Date.now()} ${Math.random()}`; // in the order in which they came
    try {
      channel = new BroadcastChannel(`imagespeak told ${url}`);
      channel.onmessage = take;
    } catch { channel = null; } // too old, or not allowed here: this tab asks for itself
    sayWants();
    const name = me;
    setTimeout(() => {
      if (me !== name) return;
      knowsOthers = true;
      decide();
    }, channel ? HELLO_MS : 0);
    beat = setInterval(() => { sayWants(); decide(); }, BEAT_MS);
  };

  const leave = () => {
    letGo();
    clearInterval(beat);
    say({ isLeaving: true });
    channel?.close(); // an open one would keep the page out of the back-forward cache
    channel = null;
    me = '';
    knowsOthers = false;
    others.clear();
    noteFailures(0);
  };

  const look = () => { if (document.visibilityState === 'hidden') leave(); else join(); };
  document.addEventListener('visibilitychange', look);
  document.addEventListener('freeze', leave);
  document.addEventListener('resume', look);
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', look);

  const changed = () => {
    clearTimeout(change);
    change = setTimeout(() => { sayWants(); decide(); }); // a part that is drawn anew is one change
  };

  return {
    wait(of, { heard, failing }) {
      const one = { of, heard, failing };
      wanted.add(one);
      failing(failures);
      join();
      changed();
      return () => { if (wanted.delete(one)) changed(); };
    },
  };
}
