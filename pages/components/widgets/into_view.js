const shown = new WeakMap();
const ABOVE_PX = 16;
export default function (component) {
  const { data, parentElement } = component;
  const heading = parentElement.querySelector('h3');
  heading.textContent = data.text;
  if (shown.get(parentElement)?.text !== data.text) {
    heading.style.scrollMarginTop = `${ABOVE_PX}px`;
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  }
  shown.set(parentElement, data);
  return () => {
    if (parentElement.isConnected) return;
    const { back } = shown.get(parentElement) ?? {};
    const button = back && document.querySelector(
      `.st-key-${back.replace(/[^\w-]/g, '-')} button`); // Streamlit writes the key so
    if (button) { button.scrollIntoView({ block: 'center' }); button.focus(); }
  };
}
