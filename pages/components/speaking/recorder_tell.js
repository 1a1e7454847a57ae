// What our server is told of a recording, and the ticket that it gives.
//
// What is told is lost where the connection is cut: so it is told again until the page knows it.

const AGAIN_MS = 4000, AT_MOST = 5;

function toldOf({ entry, figures }) {
  return { id: entry.id, picture: entry.picture, figures };
}

export function openTeller(me, { isEnded }) {
  const hearing = new Set(); // who waits for an answer of the page
  const isKnown = ({ entry }) => me.data.recording === entry.id;

  const until = (name, value, isDone) => {
    let times = 0;
    const tell = () => {
      if (isEnded() || isDone() || times >= AT_MOST) return;
      me.tell(name, value);
      times += 1;
      setTimeout(tell, AGAIN_MS * times);
    };
    tell();
  };
  const tellRecorded = (one, isWanted) =>
    until('recorded', toldOf(one), () => isKnown(one) || !isWanted());
  const tellKept = ({ entry, kept: { stem } }) =>
    until('kept', { id: entry.id, picture: entry.picture, stem }, () => me.data.kept === stem);

  return {
    // Another answer of the page has come.
    hear: () => { for (const hear of [...hearing]) hear(); },
    tellRecorded,
    tellKept,

    // Its list then names what waits.
    tellSafe: (one) => me.tell('recorded', toldOf(one)),

    // A first draft, under a name of its own by which the page says that it has it.
    tellDraft(one, { draft, heard_by, words }, isWanted) {
      const { id, picture } = one.entry;
      until('drafted', { id, picture, draft, heard_by, words },
        () => me.data.drafted === draft || !isWanted());
    },

    // The page forgets it where its server begins anew, or another picture was looked at.
    remind(one, isWanted) {
      const before = one.isKnown;
      one.isKnown = isKnown(one);
      if (before && !one.isKnown) tellRecorded(one, isWanted);
      else if (!before && one.isKnown && one.kept && !one.kept.is_waiting) tellKept(one);
    },

    // The ticket that is for this recording alone, and not the one that is over.
    ticketFor(one, { over, signal, onWait }) {
      return new Promise((go) => {
        let isThere = false;
        const ask = () => {
          if (over) me.tell('ticket_over', one.entry.id); else me.tell('recorded', toldOf(one));
        };
        const asking = setInterval(() => {
          if (isEnded() || signal.aborted) { clearInterval(asking); hearing.delete(hear); return; }
          if (!navigator.onLine) onWait(); // else our server is slow
          ask();
        }, AGAIN_MS);
        const hear = () => {
          const { recording, ticket } = me.data;
          isThere = recording === one.entry.id && Boolean(ticket) && ticket !== over;
          if (!isThere) return;
          clearInterval(asking);
          hearing.delete(hear);
          go(ticket);
        };
        hearing.add(hear);
        hear();
        if (!isThere) ask();
      });
    },
  };
}
