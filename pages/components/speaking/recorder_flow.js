// What can be done next: a recording is made, listened to, made again, deleted, kept.

const LOOK_FOR_OLD_MS = 60_000;
const UNDO_MS = 15_000;
const TOLD_WRONGLY = 2;
const WAITS = 'Your recording of the other picture is not lost. Choose that picture to hear it.';

export function beginFlow(me, parts) {
  const { part } = me;
  const shelf = new Map(); // recordings of this tab, by what they are about
  const tries = new Map();
  let state = 'ready', about = '', current = null, undoable = null, run = null, opening = 0;
  let isEnded = false, isMemoryOnly = false;
  let deleted = 0; // so many were deleted in the list below
  let owners = 0; // another one each time that all was deleted

  const panel = parts.openPanel(me);
  const player = parts.openPlayer(panel);
  const teller = parts.openTeller(me, { isEnded: () => isEnded });
  const drafter = parts.openDrafter(me, { parts, teller, panel });
  const pieces = parts.openPieces({ name: me.data.pieces, onTaken: () => forgetAll() });
  // Where nothing can be kept in this browser, all goes on without.
  const inBrowser = (work) => work.catch(() => noMemory());

  const keyOf = ({ learner, session, picture }) => [learner, session, picture].join(' ');
  const isAbout = (entry) => keyOf(entry) === about;
  // It waits for longer than a double press takes, and no server can have all of it.
  const isStuck = (one) => one.waits > 1 && !one.mayBeThere;
  const triesLeft = () => {
    const { task } = me.data;
    return task.attempts === null ? Infinity : task.attempts - (tries.get(`${about} ${task.name}`) ?? 0);
  };

  function set(next, focus = '') {
    state = next;
    const isOver = triesLeft() <= 0;
    panel.set(next, focus, {
      keep: me.data.may_keep, undo: Boolean(undoable), start: !isOver, again: !isOver,
      delete: next !== 'keeping' || isStuck(current),
    });
    drafter.follow(['recorded', 'keeping', 'kept'].includes(next) ? current : null);
  }

  function rest(focus = '') {
    player.empty();
    const isOver = triesLeft() <= 0;
    panel.line(isOver ? 'That was your attempt for this picture.' : me.ready);
    panel.more(isOver ? 'For more, choose another task or another picture.' : '');
    set('ready', focus);
  }

  function offer() {
    panel.line('You have a recording from before.');
    panel.more('');
    set('offered');
  }

  function present(focus = '') {
    const { line, more } = parts.wordsAbout(current, {
      data: me.data, isMemoryOnly, isLastTry: triesLeft() <= 0, inWords: parts.inWords,
    });
    panel.line(current.isSending ? 'It is being kept.' : line);
    panel.more(current.isSending ? '' : more);
    set(current.kept ? 'kept' : current.isSending ? 'keeping' : 'recorded', focus);
  }

  function noMemory() {
    if (isMemoryOnly) return;
    isMemoryOnly = true;
    if (state === 'recorded') present();
  }

  function tellRecorded(one) {
    teller.tellRecorded(one, () => one === current);
  }

  function remind(one) { teller.remind(one, () => one === current); }

  function take(one, focus) {
    current = one;
    shelf.set(about, one);
    player.take(one.blob, one.length_s);
    present(focus);
    tellRecorded(one);
  }

  // It goes from this browser; what is kept stays where it is kept.
  function drop(one) {
    if (!one) return;
    one.letGo();
    if (shelf.get(keyOf(one.entry)) === one) shelf.delete(keyOf(one.entry));
    inBrowser(pieces.remove(one.entry.id));
  }

  async function look(blob, length_s) {
    const samples = await parts.decode(blob);
    return samples ? { figures: parts.hear(samples), length_s: parts.lengthOf(samples) }
      : { figures: null, length_s };
  }

  // Back to where one was before: a recording of this picture, one from before, or none.
  async function settle() {
    current = shelf.get(about) ?? null;
    if (current) {
      player.take(current.blob, current.length_s);
      present();
      current.isKnown = true; // so far as it is not seen to be forgotten
      remind(current);
      return;
    }
    rest();
    try {
      await pieces.deleteOld(Date.now());
      await offerOld();
    } catch {
      noMemory();
    }
  }

  // Offers one from before. Another tab may hold it: then it is offered when that one is gone.
  async function offerOld() {
    const of = about, mayOffer = () => of === about && state === 'ready' && !current && !undoable;
    const found = mayOffer() && await pieces.find(isAbout);
    if (!found || !mayOffer()) return;
    current = { ...found, isOffered: true, letGo: () => {}, length_s: found.entry.length_s };
    offer();
  }

  async function adopt() {
    if (!current?.isOffered) return;
    const one = current, of = about;
    set('working');
    panel.line('One moment.');
    const letGo = parts.hold(one.entry.id);
    const seen = await look(one.blob, one.length_s);
    if (of !== about || current !== one || isEnded) { letGo(); return; }
    const mayBeThere = Boolean(one.entry.ticket);
    take({
      ...one, ...seen, is_unknown: !seen.figures, isOffered: false, letGo, mayBeThere, why: '',
    }, '.listen');
  }

  async function start() {
    if (!['ready', 'offered', 'recorded', 'kept'].includes(state) || triesLeft() <= 0) return;
    const from = state, before = current, mine = ++opening, of = about, owner = owners;
    panel.show('');
    player.pause();
    panel.line('Your browser may ask for the microphone. Choose Allow.');
    panel.more('');
    set('opening');
    const back = () => {
      if (from === 'offered') offer(); else if (current) present('.again .listen'); else rest('.start');
    };
    let stream = null;
    try {
      stream = await parts.openMicrophone();
    } catch (error) {
      const trouble = await parts.troubleOf(error);
      if (mine !== opening || isEnded) return;
      back();
      panel.show(trouble);
      return;
    }
    if (mine !== opening || isEnded || of !== about) { parts.closeMicrophone(stream); return; }
    undoable = null;
    const { data } = me, entry = parts.newEntry(data, ''), got = [];
    let letGo = () => {}, begun = null;
    set('preparing', '.skip');
    panel.inView();
    const plan = {
      stream, data, panel, parts,
      onRecording: () => {
        letGo = parts.hold(entry.id);
        entry.began = Date.now();
        begun = pieces.begin(entry); // what could not be begun gets no pieces
        inBrowser(begun);
        set('recording', '.stop');
        panel.inView();
      },
      onPiece: (piece) => {
        if (owner !== owners) return;
        if (!got.length) entry.type = piece.type;
        got.push(piece);
        const number = got.length;
        inBrowser(begun.then(() => pieces.add(entry.id, number, piece)));
        if (number === 1) inBrowser(begun.then(() => pieces.change(entry.id, { type: piece.type })));
      },
      onEnd: async ({ why, length_s, type }) => {
        run = null;
        const one = { entry, letGo, why, is_file: false };
        if (isEnded || owner !== owners) { letGo(); return; }
        const isSame = of === about;
        if (why === 'cancelled' || !got.length) {
          drop(one);
          if (isSame) { back(); if (why !== 'cancelled') panel.show(why === 'failed' ? why : 'nothing'); }
          return;
        }
        if (isSame) { set('working'); panel.line('One moment.'); panel.more(''); }
        const blob = new Blob(got, { type });
        Object.assign(one, { blob }, await look(blob, length_s));
        entry.length_s = one.length_s;
        inBrowser(pieces.change(entry.id, { length_s: one.length_s }));
        const name = `${of} ${data.task.name}`;
        tries.set(name, (tries.get(name) ?? 0) + 1);
        drop(from === 'offered' || from === 'recorded' ? before : null);
        if (isEnded || owner !== owners) { letGo(); return; }
        shelf.set(of, one);
        if (of !== about) return;
        take(one, '.listen');
        panel.say(part('.line').textContent);
        if (why === 'lost') panel.show('stopped'); else if (why === 'left') panel.show('left');
      },
    };
    try {
      run = parts.beginRun(plan);
    } catch {
      parts.closeMicrophone(stream);
      back();
      panel.show('failed');
    }
  }

  async function takeFile(file) {
    if (!['ready', 'offered', 'opening', 'recorded', 'kept'].includes(state)) return;
    const before = current, of = about;
    const refuse = (refused) => panel.show(refused.trouble, refused.text);
    panel.show('');
    const refused = parts.refusedFile(file, me.data);
    if (refused) { refuse(refused); return; }
    opening += 1; // no microphone is waited for
    set('working');
    panel.line('One moment.');
    const entry = parts.newEntry(me.data, file.type), told_s = await parts.toldLength(file);
    // Samples take a hundred times the file's bytes. But a file may tell its length a little wrongly.
    const isFarTooLong = parts.refusedLength(told_s / TOLD_WRONGLY, me.data, parts.inWords);
    const seen = isFarTooLong ? { length_s: told_s } : await look(file, 0);
    if (of !== about || isEnded) return;
    const tooLong = parts.refusedLength(seen.length_s, me.data, parts.inWords);
    if (tooLong) {
      if (current?.isOffered) offer(); else if (current) present(); else rest();
      refuse(tooLong);
      return;
    }
    const letGo = parts.hold(entry.id);
    entry.length_s = seen.length_s;
    const written = inBrowser(pieces.begin(entry).then(() => pieces.add(entry.id, 1, file)));
    if (!before?.kept) drop(before);
    undoable = null;
    take({
      entry, blob: file, ...seen, letGo, written, is_file: true, is_unknown: !seen.figures, why: '',
    }, '.listen');
  }

  async function listen() {
    await adopt();
    if (!current) return;
    panel.show('');
    panel.inView();
    if (!(await player.press())) panel.show('unplayable');
  }

  async function keep() {
    await adopt();
    const one = current, ending = new AbortController();
    if (state !== 'recorded' || !one || !me.data.may_keep) return;
    one.stopSending = () => ending.abort();
    one.isSending = true;
    one.waits = 0;
    const mine = (work) => { if (current === one && !isEnded) work(); };
    panel.show('');
    panel.line('It is being kept.');
    panel.more('');
    part('.sent').value = 0;
    set('keeping', '.listen');
    panel.say('It is being kept.');
    const onWait = () => {
      one.waits += 1;
      mine(() => {
        panel.line('No connection.');
        panel.more('It goes on by itself when the connection is back.');
        set('keeping');
      });
    };
    const { signal } = ending;
    try {
      const answer = await parts.sendAll({
        blob: one.blob,
        url: me.data.uploads_url,
        signal,
        parts,
        getTicket: async (over) =>
          (!over && one.entry.ticket) || teller.ticketFor(one, { over, signal, onWait }),
        onTicket: (ticket) => {
          one.entry.ticket = ticket; // a reload goes on with it
          return inBrowser(pieces.change(one.entry.id, { ticket }));
        },
        onSent: (share) => {
          one.waits = 0;
          mine(() => {
            part('.sent').value = share;
            panel.line('It is being kept.');
            panel.more('');
            set('keeping', me.parent.activeElement === part('.delete') ? '.listen' : '');
          });
        },
        onLast: () => { one.mayBeThere = true; },
        onWait,
      });
      one.kept = { stem: answer.kept || answer.safe, is_waiting: !answer.kept };
      one.isSending = false;
      one.letGo();
      inBrowser(pieces.remove(one.entry.id));
      mine(() => { present('.listen'); panel.say(part('.line').textContent); });
      if (answer.kept) teller.tellKept(one); else await follow(one, signal);
    } catch (error) {
      if (signal.aborted) return;
      one.isSending = false;
      mine(() => { present('.keep'); panel.show('not_kept', error.message); });
    }
  }

  async function follow(one, signal) {
    teller.tellSafe(one);
    const url = me.data.uploads_url, { ticket } = one.entry;
    const stem = await parts.untilStored({ url, ticket, signal, parts });
    if (!stem) return;
    one.kept = { stem, is_waiting: false };
    if (one !== current) return;
    if (state === 'kept') { present(); panel.say(part('.line').textContent); }
    teller.tellKept(one);
  }

  function remove() {
    const one = current;
    one.stopSending?.();
    one.isSending = false;
    drop(one);
    undoable = one;
    current = null;
    me.tell('deleted', one.entry.id);
    panel.show('');
    rest('.undo .start');
    panel.line('Deleted.');
    panel.say('Deleted.');
    setTimeout(() => {
      if (undoable !== one) return;
      undoable = null;
      if (me.parent.activeElement === part('.undo')) part('.start').focus({ preventScroll: true });
      part('.undo').hidden = true;
      if (state === 'ready' && part('.line').textContent === 'Deleted.') panel.line(me.ready);
    }, UNDO_MS);
  }

  async function undo() {
    const one = undoable;
    undoable = null;
    if (!one || state !== 'ready' || !isAbout(one.entry)) return;
    const letGo = parts.hold(one.entry.id);
    const written = inBrowser(
      pieces.begin(one.entry).then(() => pieces.add(one.entry.id, 1, one.blob)),
    );
    const seen = one.figures === undefined ? await look(one.blob, one.length_s) : {};
    take({ ...one, ...seen, isOffered: false, letGo, written, why: '' }, '.listen');
  }

  // What was deleted in the list below is here no more.
  function followList({ gone }) {
    if (gone.length === deleted) return;
    deleted = gone.length;
    if (!part('[data-trouble=not_kept]').hidden) panel.show('');
    for (const one of new Set([...shelf.values(), current])) {
      if (!one?.kept || !gone.includes(one.kept.stem)) continue;
      one.stopSending?.();
      drop(one);
      me.tell('deleted', one.entry.id);
      if (one !== current) continue;
      current = null;
      if (run === null && state === 'kept') {
        rest();
        panel.say('Deleted.');
      }
    }
  }

  // Somebody else sits here now, or this one wants nothing to stay.
  function forgetAll() {
    owners += 1;
    opening += 1;
    drafter.forget();
    run?.cancel();
    run = null;
    for (const one of [...shelf.values(), current]) { one?.letGo(); one?.stopSending?.(); }
    shelf.clear();
    current = undoable = null;
    panel.show('');
    rest();
  }

  // What is old goes, and what was deleted elsewhere stays on no screen.
  async function lookAfter() {
    const one = current;
    try {
      await one?.written;
      await pieces.deleteOld(Date.now());
      await offerOld();
      if (!one || one.kept || one !== current || !['recorded', 'offered'].includes(state)) return;
      if (!isMemoryOnly && !(await pieces.has(one.entry.id)) && one === current) forgetAll();
    } catch {
      noMemory();
    }
  }

  part('.stop').onclick = () => run?.stop();
  part('.skip').onclick = () => run?.skip();
  part('.cancel').onclick = () => run?.cancel();
  part('.again').onclick = () => start();
  part('.listen').onclick = () => listen();
  part('.keep').onclick = () => keep();
  part('.delete').onclick = () => remove();
  part('.undo').onclick = () => undo();
  const cleaning = setInterval(lookAfter, LOOK_FOR_OLD_MS);
  window.addEventListener('focus', lookAfter);
  document.addEventListener('visibilitychange', lookAfter);

  const flow = {
    start,
    takeFile,
    space() {
      if (state === 'recording') run?.stop(); else if (state === 'preparing') run?.skip(); else start();
    },
    take(data) {
      teller.hear();
      followList(data);
      if (about === keyOf(data)) {
        if (current && !current.isOffered) remind(current);
        // Another task, or other rights.
        if (state === 'ready' && !undoable) rest();
        else if (state === 'recorded' || state === 'kept') present();
        return;
      }
      opening += 1;
      const waits = Boolean(about) && (run !== null || (current && !current.kept));
      about = keyOf(data);
      undoable = null;
      panel.show('');
      run?.cancel();
      settle();
      if (waits) panel.more(WAITS);
    },
    end() {
      isEnded = true;
      run?.cancel();
      drafter.end();
      clearInterval(cleaning);
      window.removeEventListener('focus', lookAfter);
      document.removeEventListener('visibilitychange', lookAfter);
      player.empty();
      for (const one of [...shelf.values(), current]) {
        one?.letGo();
        if (one?.kept) one.stopSending?.();
      }
      pieces.close();
    },
  };
  flow.take(me.data);
  return flow;
}
