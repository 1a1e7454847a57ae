// The panel as it is first drawn. What records, plays and keeps is loaded when one reaches for it.
const recorders = new WeakMap();
const MOST_TRIES = 4; // of loading them unasked

const TAKE_SPACE = `input, textarea, select, button, a, summary, audio, video, dialog,
  [contenteditable], [role=button], [role=dialog], [role=option], [role=slider], [role=textbox],
  [role=radio], [role=switch], [role=tab], [role=menuitem], [role=combobox]`;

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const me = recorders.get(parentElement) || begin(parentElement);
  recorders.set(parentElement, me);
  me.tell = setTriggerValue;
  me.take(data);
  return () => { if (!parentElement.isConnected) me.end(); };
}

function begin(parent) {
  const me = { parent, part: (name) => parent.querySelector(name), data: null, flow: null };
  const { part } = me, why = lacking();
  const listening = new AbortController(), { signal } = listening;
  let loading = null, tries = 0;

  me.show = (trouble, text) => {
    const shown = trouble || why; // what can't be helped is said whenever nothing else is
    for (const one of part('.troubles').children) one.hidden = one.dataset.trouble !== shown;
    if (text) part(`[data-trouble=${trouble}]`).textContent = text;
  };

  const load = () => {
    loading ??= Promise.all(
      me.data.scripts.map((url) => import(new URL(tries ? `${url}?${tries}` : url, location.href))),
    ).then((modules) => {
      const parts = Object.assign({}, ...modules);
      if (!signal.aborted) me.flow = parts.beginFlow(me, parts);
      return me.flow;
    }, (error) => { loading = null; tries += 1; throw error; });
    return loading;
  };
  // That it fails is said when something is pressed.
  const early = () => load().catch(() => {
    if (tries < MOST_TRIES && !signal.aborted) setTimeout(early, 1000 * tries);
  });

  const use = async (work) => {
    part('.recorder').classList.add('is_busy');
    try {
      const flow = await load();
      if (flow) work(flow);
    } catch {
      me.show('unloaded');
    } finally {
      part('.recorder').classList.remove('is_busy');
    }
  };
  const start = () => {
    if (why) me.show(why); else use((flow) => flow.start());
  };

  me.take = (told) => {
    const data = { ...told, task: told.task[0] };
    const isFirst = !me.data;
    if (me.data?.picture !== data.picture) leavePressed();
    me.data = data;
    part('.type').hidden = !data.your_words;
    if (me.flow) me.flow.take(data);
    else if (isFirst) remembers(data.pieces).then((may) => { if (may) early(); });
  };
  me.end = () => {
    listening.abort();
    me.flow?.end();
    recorders.delete(parent);
  };

  me.show('');
  part('.recorder').classList.toggle('is_alone', Boolean(why));
  part('.troubles a').href = location.href;
  part('.phone').hidden = !matchMedia('(pointer: coarse)').matches;
  me.ready = why ? '' : matchMedia('(any-hover: hover)').matches
    ? 'Press Start speaking, or the space bar.' : 'Press Start speaking.';
  me.line = (text) => {
    part('.line').textContent = text;
    part('.line').toggleAttribute('data-needless', text === me.ready); // the button says it, too
  };
  me.line(me.ready);

  part('.start').onclick = start;
  for (const name of ['pointerenter', 'pointerdown', 'focusin'])
    part('.recorder').addEventListener(name, early, { signal });
  for (const [button, field] of [['.phone', '.from_phone'], ['.file', '.from_files']]) {
    part(button).onclick = () => part(field).click();
    part(field).onchange = () => {
      const [file] = part(field).files;
      part(field).value = '';
      if (file) use((flow) => flow.takeFile(file));
    };
  }
  part('.type').onclick = () => {
    const field = document.querySelector(`textarea[aria-label="${CSS.escape(me.data.your_words)}"]`);
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  };

  let isHeld = false; // a key that was pressed here may come up on a button that stands there now
  window.addEventListener('keydown', (event) => {
    const isSpace = event.code === 'Space' && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!isSpace || event.shiftKey || event.isComposing || event.defaultPrevented) return;
    if (isHeld && event.repeat) event.preventDefault();
    isHeld &&= event.repeat;
    if (event.repeat || event.composedPath().some((node) => node.matches?.(TAKE_SPACE))) return;
    if (document.querySelector('[role=dialog], dialog[open]') || why) return;
    if (part('.recorder').checkVisibility?.() === false) return;
    const { state } = part('.recorder').dataset;
    if (!['ready', 'offered', 'preparing', 'recording'].includes(state)) return;
    event.preventDefault();
    isHeld = true;
    if (me.flow) me.flow.space(); else start();
  }, { signal });
  window.addEventListener('keyup', (event) => {
    if (event.code !== 'Space' || !isHeld) return;
    isHeld = false;
    event.preventDefault();
  }, { signal, capture: true });
  return me;
}

// Why there can be no microphone here; known before anything is pressed.
function lacking() {
  if (window.top !== window && document.featurePolicy?.allowsFeature('microphone') === false)
    return 'framed';
  if (!navigator.mediaDevices?.getUserMedia) return window.isSecureContext ? 'unable' : 'insecure';
  return window.MediaRecorder ? '' : 'unable';
}

// What brought the picture by a click keeps the keyboard, and would take the space bar; whoever
// pressed it with a key stays there.
function leavePressed() {
  const pressed = document.activeElement;
  if (pressed?.matches('button:not(:focus-visible)')) pressed.blur();
}

// Whether something may lie in this browser. What was noted last in localStorage is lost where the
// browser is killed, and a database is not.
async function remembers(name) {
  try {
    if (localStorage.getItem(name)) return true;
  } catch { /* it may not be read here */ }
  try {
    return (await indexedDB.databases()).some((base) => base.name === name);
  } catch {
    return false;
  }
}
