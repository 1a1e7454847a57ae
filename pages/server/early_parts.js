// Old browsers must read this too: nothing newer than ES5. They fetch each script by itself.
(function () {
  var texts = TEXTS;
  var there = document.currentScript.src.replace(/together\/[^/]*$/, 'js/');
  var imports = {}, name, file, element;
  var supports = HTMLScriptElement.supports;
  if (!supports || !supports('importmap')) {
    for (name in texts) {
      element = document.createElement('link');
      element.rel = 'modulepreload';
      element.href = there + name;
      document.head.appendChild(element);
    }
    return;
  }
  for (name in texts) {
    file = URL.createObjectURL(new Blob([texts[name]], { type: 'text/javascript' }));
    imports[there + name] = imports['together/' + name] = file;
  }
  imports['together/'] = there; // what is too large to be in here
  element = document.createElement('script');
  element.type = 'importmap';
  element.nonce = document.currentScript.nonce;
  element.textContent = JSON.stringify({ imports: imports });
  document.head.appendChild(element);
})();
