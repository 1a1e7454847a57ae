
// The cookie counts for all tabs of the browser, each of which would go on with the earlier key:
// on every page pages/server/head_scripts_private_link.js hears of it.
const OTHER_TABS = 'imagespeak-learner';

// `taken` is called when the server has it; the error's cause says what it has against it.
async function takeKey(url, chosen, taken = () => {}) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(chosen),
  });
  if (!answer.ok) throw new Error('', { cause: (await answer.json()).error });
  taken();
  window.imagespeakKeyTaken = true; // by this tab, which hears what it tells the others
  try { new BroadcastChannel(OTHER_TABS).postMessage('changed'); } catch { /* they can't talk */ }
  window.location.reload();
}
