// Back closes it, as a phone's user expects: it has a step of its own in the browser's history.
// Streamlit runs the page anew for a step, but not to an address that ends with a place in the page.
const parts = new WeakMap();
const PLACE = '#picture';

function start(parentElement, place) {
  const dialog = parentElement.querySelector('dialog');
  let large = null; // there while it is open: a page has one picture
  const picture = () => place.querySelector('.stImage img');

  const shape = (image) => {
    if (image.naturalWidth)
      place.style.setProperty('--ratio', image.naturalWidth / image.naturalHeight);
  };
  const loaded = ({ target }) => { if (target === picture()) shape(target); };

  let address = '', step = 'none'; // or 'open', or 'leaving': a step back takes its time
  let isWanted = false;
  const stepped = () => {
    if (!place.isConnected) window.removeEventListener('popstate', stepped);
    if (step === 'none') return;
    step = 'none';
    history.replaceState(history.state, '', address);
    if (dialog.open) dialog.close();
    if (isWanted && place.isConnected) open();
  };
  const open = () => {
    const shown = picture();
    isWanted = step === 'leaving';
    if (!shown?.naturalWidth || step !== 'none') return;
    large = document.createElement('img');
    large.src = shown.currentSrc;
    large.alt = shown.alt;
    dialog.style.setProperty('--ratio', shown.naturalWidth / shown.naturalHeight);
    dialog.classList.remove('closer');
    dialog.querySelector('img')?.remove();
    dialog.prepend(large);
    dialog.showModal();
    const [page, end] = location.href.split('#');
    address = end && `#${end}` !== PLACE ? location.href : page;
    history.replaceState(history.state, '', page + PLACE);
    history.pushState(history.state, '', page + PLACE);
    step = 'open';
  };
  const closed = () => {
    if (dialog.open) return; // it was opened again meanwhile
    large?.remove();
    if (step !== 'open') return;
    step = 'leaving';
    history.back();
  };
  const tapped = ({ target }) => { if (target === picture()) open(); };
  const pressed = ({ target, offsetX, offsetY }) => {
    if (target === dialog) dialog.close();
    if (target !== large) return;
    const isCloser = dialog.classList.toggle('closer');
    if (!isCloser) return;
    dialog.scrollTo(2 * offsetX - dialog.clientWidth / 2, 2 * offsetY - dialog.clientHeight / 2);
  };

  parentElement.querySelector('.open').onclick = open;
  parentElement.querySelector('.close').onclick = () => dialog.close();
  dialog.addEventListener('close', closed);
  dialog.addEventListener('click', pressed);
  window.addEventListener('popstate', stepped);
  place.addEventListener('click', tapped);
  place.addEventListener('load', loaded, true);
  if (picture()) shape(picture());
  return () => {
    if (dialog.open) dialog.close();
    if (step === 'none') window.removeEventListener('popstate', stepped);
    place.removeEventListener('click', tapped);
    place.removeEventListener('load', loaded, true);
    parts.delete(parentElement);
  };
}

export default function (component) {
  const { data, parentElement } = component;
  const place = parentElement.getRootNode().host?.closest(`.st-key-${CSS.escape(data.of)}`);
  if (!place) return undefined; // it went before its script had come
  if (!parts.has(parentElement)) parts.set(parentElement, start(parentElement, place));
  const stop = parts.get(parentElement);
  return () => { if (!parentElement.isConnected) stop?.(); };
}
