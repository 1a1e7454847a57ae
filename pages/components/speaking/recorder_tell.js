// What our server is told of a recording, and the ticket that it gives.
//
// What is told is lost where the connection is cut: so it is told again until the page knows it.

const AGAIN_MS = 4000, AT_MOST = 5;

function toldOf({ entry, figures }) {
  return { id: entry.id, picture: entry.picture, figures };
}

export function openTeller(me, { isEnded }) {
  let hear = () => {};
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
    hear: () => hear(),
    tellRecorded,
    tellKept,

    // The page forgets it where its server begins anew, or another picture was looked at.
    remind(one, isWanted) {
      const before = one.isKnown;
      one.isKnown = isKnown(one);
      if (before && !one.isKnown) tellRecorded(one, isWanted);
      else if (!before && one.isKnown && one.kept) tellKept(one);
    },

    // The ticket that is for this recording alone, and not the one that is over.
    ticketFor(one, { over, signal, onWait }) {
      return new Promise((go) => {
        let isThere = false;
        const ask = () => {
          if (over) me.tell('ticket_over', one.entry.id); else me.tell('recorded', toldOf(one));
        };
        const asking = setInterval(() => {
          if (isEnded() || signal.aborted) { clearInterval(asking); return; }
          if (!navigator.onLine) onWait(); // else our server is slow
          ask();
        }, AGAIN_MS);
        hear = () => {
          const { recording, ticket } = me.data;
          isThere = recording === one.entry.id && Boolean(ticket) && ticket !== over;
          if (!isThere) return;
          clearInterval(asking);
          hear = () => {};
          go(ticket);
        };
        hear();
        if (!isThere) ask();
      });
    },
  };
}
