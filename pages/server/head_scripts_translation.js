// The page under a browser's translation, and with texts of scripts that run from right to left.
//
// A translation takes texts out of the page and puts elements of its own where they stood. React
// goes on writing to the texts that it made, so that old words stay; and it throws where it does
// not find them (github.com/facebook/react/issues/11538, 2026-11). Here a text is put back where it
// stood when React touches it. The translation sees it come, and translates the new words.
(() => {
  const AS_WRITTEN = [
    '[class*="st-key-as_written"]', '.stText', '.stMarkdown em', 'code', '.stMetric',
    '.st-key-heading h1', '.st-key-small_pictures button',
    '[class*="st-key-open_"] button',
  ].join();
  const TEXTS = 'h1, h2, h3, h4, p, li, input, textarea, .stText';
  const places = new WeakMap();
  const { appendChild, insertBefore, removeChild } = Node.prototype;
  const nodeValue = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');

  function noteChanges(changes) {
    const before = new Map();
    for (const { type, target, addedNodes, removedNodes, previousSibling } of changes.reverse()) {
      if (type !== 'childList') continue;
      const children = before.get(target) ?? [...target.childNodes];
      const at = previousSibling ? children.indexOf(previousSibling) + 1 : 0;
      children.splice(at, addedNodes.length, ...removedNodes);
      before.set(target, children);
    }
    before.forEach((children, parent) => noteTaken(parent, children));
  }

  // What stands now where each child stood that is not there any more.
  function noteTaken(parent, before) {
    const now = [...parent.childNodes], there = new Set(now), known = new Set(before);
    let taken = [], first = 0;
    for (const next of [...before, null]) {
      if (next && !there.has(next)) { taken.push(next); continue; }
      const end = next ? now.indexOf(next) : now.length;
      const instead = now.slice(first, end).filter((node) => !known.has(node));
      for (const node of taken) places.set(node, { parent, taken, instead, next });
      taken = [];
      first = end + 1;
    }
  }

  function putBack(node, parent) {
    const place = places.get(node);
    if (!place || place.parent !== parent) return;
    for (const one of place.taken) places.delete(one);
    for (const one of place.instead) if (one.parentNode !== parent) putBack(one, parent);
    const before = standing(place);
    for (const one of place.taken) insertBefore.call(parent, one, before);
    for (const one of place.instead) if (one.parentNode === parent) removeChild.call(parent, one);
    noticed(look.takeRecords());
  }

  // The first of what stands in a place now, or behind it; null at the end.
  function standing({ parent, instead, next }) {
    const first = instead.find((node) => node.parentNode === parent) ?? next;
    if (!first || first.parentNode === parent) return first;
    const place = places.get(first);
    return place?.parent === parent ? standing(place) : null;
  }

  function find(node, parent) {
    if (!node || node.parentNode === parent) return;
    noticed(look.takeRecords());
    putBack(node, parent);
  }

  // A text that is written to, or moved, while its translation stands in its place.
  function bringBack(node) {
    if (node?.nodeType !== Node.TEXT_NODE || node.parentNode) return;
    noticed(look.takeRecords());
    const place = places.get(node);
    if (place?.instead.length) putBack(node, place.parent);
  }

  Node.prototype.removeChild = function (child) {
    find(child, this);
    return removeChild.call(this, child);
  };
  Node.prototype.insertBefore = function (node, next) {
    bringBack(node);
    find(next, this);
    return insertBefore.call(this, node, next);
  };
  Node.prototype.appendChild = function (node) {
    bringBack(node);
    return appendChild.call(this, node);
  };
  Object.defineProperty(Node.prototype, 'nodeValue', {
    ...nodeValue,
    set(text) {
      bringBack(this);
      nodeValue.set.call(this, text);
    },
  });

  // What a person wrote stays as it is: English is the lesson. Each text has its own direction.
  function mark(element) {
    if (element.matches(AS_WRITTEN)) element.translate = false;
    else if (element.matches('[class*="st-key-"][translate]')) element.removeAttribute('translate');
    if (element.matches(TEXTS) && !element.dir) element.dir = 'auto';
  }

  function noticed(changes) {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes') mark(target);
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        mark(node);
        node.querySelectorAll(`${AS_WRITTEN}, ${TEXTS}`).forEach(mark);
      }
    }
    noteChanges(changes);
  }
  const look = new MutationObserver(noticed);
  look.observe(document, { childList: true, subtree: true, attributeFilter: ['class'] });
})();
