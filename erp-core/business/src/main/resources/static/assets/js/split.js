// The bar between document and form: dragged, or moved by the arrow keys; where it stands is remembered in this browser.

const KEPT = 'simba-split';
const LEAST = 25;
const MOST = 70;

function move(split, percent) {
  const left = Math.min(MOST, Math.max(LEAST, percent));
  split.style.setProperty('--left', `${left}%`);
  split.querySelector('[data-splitter]').setAttribute('aria-valuenow', Math.round(left));
  return left;
}

function keep(percent) {
  try {
    if (percent === null) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, percent);
  } catch { /* a browser that keeps nothing still splits */ }
}

function kept() {
  try {
    return Number(localStorage.getItem(KEPT)) || null;
  } catch {
    return null;
  }
}

for (const bar of document.querySelectorAll('[data-splitter]')) {
  const split = bar.parentElement;
  const present = () => Number(bar.getAttribute('aria-valuenow'));
  if (kept()) move(split, kept());

  bar.addEventListener('pointerdown', event => {
    event.preventDefault();
    bar.setPointerCapture(event.pointerId);
    const box = split.getBoundingClientRect();
    const drag = moved => move(split, ((moved.clientX - box.left) / box.width) * 100);
    const drop = () => {
      bar.removeEventListener('pointermove', drag);
      keep(present());
    };
    bar.addEventListener('pointermove', drag);
    bar.addEventListener('pointerup', drop, { once: true });
    bar.addEventListener('pointercancel', drop, { once: true });
  });
  bar.addEventListener('dblclick', () => {
    split.style.removeProperty('--left');
    bar.setAttribute('aria-valuenow', bar.dataset.splitter);
    keep(null);
  });
  bar.addEventListener('keydown', event => {
    const step = { ArrowLeft: -2, ArrowRight: 2, Home: LEAST - present(), End: MOST - present() }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    keep(move(split, present() + step));
  });
}
