// What is seen and said in each state; where the keyboard is, and what is in view.

export function openPanel(me) {
  const { part, parent, show } = me;
  const narrow = matchMedia('(max-width: 640px)');
  return {
    part,
    show,
    line: me.line,
    more: (text) => { part('.more').textContent = text; part('.more').hidden = !text; },
    say: (text) => { part('.said').textContent = text; },

    // `focus` names parts: the first that is seen gets the keyboard, where somebody sits here, or
    // just at the picture.
    // `may` tells of some buttons whether they can be pressed at all.
    set(state, focus, may) {
      const isHere = parent.activeElement || document.activeElement === document.body
        || document.activeElement?.matches('.st-key-practice_image');
      part('.recorder').dataset.state = state;
      for (const one of parent.querySelectorAll('[data-in]'))
        one.hidden = !one.dataset.in.split(' ').includes(state);
      for (const [name, is] of Object.entries(may)) part(`.${name}`).hidden ||= !is;
      part('.start').setAttribute('aria-disabled', String(state === 'opening'));
      const wanted = focus.split(' ').map((name) => name && part(name));
      const first = wanted.find((one) => one && !one.hidden);
      if (!first || !isHere) return;
      first.focus({ preventScroll: true });
      part('.recorder').scrollIntoView({ block: 'nearest' });
    },

    // The picture and what is pressed together; on a phone the panel then lies at its foot.
    inView() {
      const block = narrow.matches ? 'start' : 'nearest';
      document.querySelector('.st-key-practice_image img')?.scrollIntoView({ block });
      if (!narrow.matches) part('.recorder').scrollIntoView({ block });
    },
  };
}
