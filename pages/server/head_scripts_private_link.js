// A learner's private link has the key behind the #, which no server sees. It leaves the address
// bar and the history at once: whoever looks on, or comes later, can't copy it from there.
(function () {
  var NAME = 'imagespeak-private-link', KEY = /^#learner=([\w-]+)$/;

  function look() {
    var found = KEY.exec(window.location.hash);
    if (!found) return;
    window.history.replaceState(window.history.state, '', window.location.pathname
      + window.location.search);
    window[NAME] = found[1];
    try { sessionStorage.setItem(NAME, found[1]); } catch (error) { /* until a reload, then */ }
    window.dispatchEvent(new Event(NAME));
  }
  look();
  window.addEventListener('hashchange', look);

  // Another tab has taken a key: what the earlier one shows goes from here, on whatever page.
  try {
    new BroadcastChannel('imagespeak-learner').onmessage = function () {
      if (!window.imagespeakKeyTaken) window.location.reload();
    };
  } catch (error) { /* tabs can't talk here */ }
})();
