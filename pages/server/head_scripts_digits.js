// A number field of a browser takes the digits 0 to 9 alone, and passes over all others without a
// word. Whoever types on an Arabic, Persian or Hindi keyboard gets them in their place.
(() => {
  const DIGIT = /\p{Nd}/u;
  // Unicode has the ten digits of each script in a row, from 0 on.
  const plain = (digit) => {
    let before = 0;
    while (DIGIT.test(String.fromCodePoint(digit.codePointAt(0) - before - 1))) before++;
    return String(before % 10);
  };

  document.addEventListener('beforeinput', (event) => {
    const { target, data } = event;
    if (target.type !== 'number' || !data) return;
    const typed = [...data].map((char) => (DIGIT.test(char) ? plain(char) : char)).join('');
    if (typed === data) return;
    event.preventDefault();
    document.execCommand('insertText', false, typed); // the one way that can be undone
  }, true);
})();
