// A draft to correct, word by word. What is changed here stands, whatever the page is drawn for meanwhile.
const drafts = new WeakMap();
const UNSURE = ' (not sure)';
const LONGEST = 200; // of what is written at once

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const me = drafts.get(parentElement) || begin(parentElement);
  drafts.set(parentElement, me);
  me.tell = setTriggerValue;
  me.take(data);
}

function begin(parent) {
  const part = (name) => parent.querySelector(name);
  const me = {};
  let draft = '', words = [], undo = [], at = 0; // the word that Tab leads to
  let changing = null; // { at, isNew, field }
  let most = 0, most_letters = 0;

  const say = (text) => { part('.said').textContent = text; };
  const tell = (name) => me.tell(name, { draft, words });
  const buttonAt = (place) => part(`.words [data-at="${place}"]`);
  const focus = (place) => {
    at = Math.max(0, Math.min(place, words.length - 1));
    show();
    (buttonAt(at) ?? part('.use')).focus({ preventScroll: false });
  };

  function show() {
    const unsure = words.filter(({ sure }) => !sure).length;
    part('.unsure').hidden = !unsure;
    part('.unsure').textContent = unsure === 1 ? '1 word has a “?”: it is not sure.'
      : `${unsure} words have a “?”: they are not sure.`;
    part('.none').hidden = words.length > 0;
    part('.undo').hidden = !undo.length;
    at = Math.max(0, Math.min(at, words.length - 1));
    const shown = words.map(wordButton);
    if (changing?.isNew) shown.splice(changing.at, 0, changing.group);
    else if (changing) shown[changing.at] = changing.group;
    part('.words').hidden = !shown.length;
    part('.words').replaceChildren(...shown);
  }

  function wordButton({ text, sure }, place) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'word';
    button.dataset.at = place;
    button.tabIndex = place === at ? 0 : -1;
    button.append(text);
    if (!sure) {
      const told = document.createElement('span');
      told.className = 'hidden_text';
      told.textContent = UNSURE;
      button.append(told);
      button.toggleAttribute('data-unsure', true);
    }
    button.onclick = () => pressed(place);
    return button;
  }

  // What was being changed counts first, which may move the word that is pressed.
  function pressed(place) {
    const before = words.length, { at: from = Infinity, isNew = false } = changing ?? {};
    finish();
    change(place > from || (isNew && place === from) ? place + words.length - before : place);
  }

  // Another state of the words, which can be taken back.
  function become(next, told) {
    if (next.length > most) { say('There are too many words.'); return false; }
    undo.push(words);
    words = next;
    say(told);
    tell('changed');
    return true;
  }

  // Opens a field in a word's place, or before it for a new one.
  function change(place, isNew = false) {
    const old = isNew ? '' : words[place]?.text;
    if (old === undefined) return;
    const group = document.createElement('span'), field = document.createElement('input');
    group.className = 'change';
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', isNew ? 'New word' : `Change “${old}”`);
    field.value = old;
    field.type = 'text';
    field.maxLength = LONGEST;
    field.spellcheck = false;
    field.autocapitalize = 'off';
    field.autocomplete = 'off';
    field.setAttribute('aria-label', isNew ? 'New word' : 'Word');
    const press = (name, label, work) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = name;
      button.setAttribute('aria-label', label);
      button.onclick = work;
      return button;
    };
    const about = isNew ? 'the new word' : `“${old}”`;
    const done = () => focus(finish().place);
    group.append(field, press('OK', `OK, ${about}`, done));
    if (!isNew) {
      group.append(
        press('Delete', `Delete ${about}`, () => { field.value = ''; done(); }),
        press('Add a word after', `Add a word after ${about}`, () => change(finish().behind, true)),
      );
    }
    group.append(press('Cancel', `Cancel, ${about}`, leave));
    // Neither the page nor the recorder takes its keys.
    group.onkeydown = (event) => {
      event.stopPropagation();
      if (event.isComposing) return;
      if (event.key === 'Escape') { event.preventDefault(); leave(); }
      if (event.key === 'Enter' && event.target === field) { event.preventDefault(); done(); }
    };
    changing = { at: place, isNew, group, field };
    show();
    field.focus();
    field.select();
    group.scrollIntoView({ block: 'nearest' });
  }

  function leave() {
    const { at: place, isNew } = changing;
    changing = null;
    focus(isNew ? place - 1 : place);
  }

  // What is written counts. Gives its place, and the one behind it.
  function finish() {
    if (!changing) return { place: at, behind: at + 1 };
    const { at: place, isNew, field } = changing, old = isNew ? '' : words[place].text;
    const written = field.value.split(/\s+/).filter(Boolean)
      .map((word) => word.slice(0, most_letters));
    const found = { place, behind: place + written.length };
    changing = null;
    const isSame = written.join(' ') === old;
    if (isSame && (isNew || words[place].sure)) return found;
    const next = [...words];
    next.splice(place, isNew ? 0 : 1, ...written.map((text) => ({ text, sure: true })));
    become(next, isNew ? `Added: ${written.join(' ')}` : !written.length ? `Deleted: ${old}`
      : isSame ? `Sure now: ${old}` : `Changed to: ${written.join(' ')}`);
    return found;
  }

  part('.words').onkeydown = (event) => {
    if (!event.target.matches('.word') || event.ctrlKey || event.altKey || event.metaKey) return;
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 };
    const place = Number(event.target.dataset.at);
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? words.length - 1
      : event.key in steps ? place + steps[event.key] : null;
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      become(words.filter((_, one) => one !== place), `Deleted: ${words[place].text}`);
      focus(place);
    } else if (to !== null) {
      event.preventDefault();
      focus(to);
    }
  };
  part('.undo').onclick = () => {
    changing = null;
    words = undo.pop() ?? words;
    say('Taken back.');
    tell('changed');
    show();
    if (!undo.length) focus(at);
  };
  part('.use').onclick = () => { finish(); show(); tell('used'); };
  part('.throw').onclick = () => tell('thrown');

  me.take = (data) => {
    ({ most, most_letters } = data);
    if (draft === data.draft) return;
    ({ draft, words } = data);
    undo = [];
    changing = null;
    at = 0;
    say('');
    show();
  };
  return me;
}
