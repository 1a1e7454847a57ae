// A number field of a browser takes the digits 0 to 9 alone, and passes over all others without a
// word. Whoever types on an Arabic, Persian or Hindi keyboard gets them in their place.
(() => {
  const DIGIT = /\p{Nd}/u;
  let isDropped = false; // what is being put together: an input method has its text till the end

  // Unicode has the ten digits of each script in a row, from 0 on.
  const plain = (digit) => {
    let before = 0;
    while (DIGIT.test(String.fromCodePoint(digit.codePointAt(0) - before - 1))) before++;
    return String(before % 10);
  };
  const inPlainDigits = (text) =>
    [...text].map((char) => (DIGIT.test(char) ? plain(char) : char)).join('');
  const insert = (text) => document.execCommand('insertText', false, text); // can be undone

  document.addEventListener('beforeinput', (event) => {
    const { target, data, cancelable } = event;
    if (target.type !== 'number' || !data || !cancelable) return;
    const typed = inPlainDigits(data);
    if (typed === data) return;
    event.preventDefault();
    insert(typed);
  }, true);

  // Wide digits of an input method are taken as they are, those of other scripts are not.
  document.addEventListener('input', ({ isComposing, data }) => {
    if (isComposing) isDropped = !data;
  }, true);
  document.addEventListener('compositionend', ({ target, data }) => {
    if (target.type === 'number' && isDropped && data) insert(inPlainDigits(data));
  }, true);
})();
