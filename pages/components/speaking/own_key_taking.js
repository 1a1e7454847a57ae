
// The cookie counts for all tabs of the browser, each of which would go on with the earlier key.
const OTHER_TABS = 'imagespeak-learner';

async function takeKey(url, chosen) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(chosen),
  });
  if (!answer.ok) throw new Error((await answer.json()).error);
  window.imagespeakKeyTaken = true; // by this tab, which hears what it tells the others
  if (window.BroadcastChannel) new BroadcastChannel(OTHER_TABS).postMessage('changed');
  window.location.reload();
}
