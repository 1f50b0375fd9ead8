// What is entered is kept within two seconds, and at once when the window closes: nothing is lost, nothing is decided.

const SOON_MS = 1200;
const AGAIN_MS = 5000;

const form = document.querySelector('form[data-draft]');

if (form) {
  restore();
  const says = document.querySelector('[data-draft-says]');
  let kept = form.hasAttribute('data-draft-unkept') ? '' : entered().toString();
  let timer = 0;
  let sent = false;

  /** What the server has not put into the fields already: everything but the grid of coding, whose rows it makes. */
  function restore() {
    const note = form.querySelector('[data-draft-fields]');
    if (!note) return;
    for (const [name, values] of Object.entries(JSON.parse(note.dataset.draftFields))) {
      const places = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)].filter(place => !place.closest('[data-coding]'));
      places.forEach((place, at) => {
        if (place.type === 'radio' || place.type === 'checkbox') place.checked = values.includes(place.value);
        else if (at < values.length && place.type !== 'hidden') place.value = values[at];
      });
    }
  }

  function entered() {
    const fields = new URLSearchParams(new FormData(form));
    fields.delete('contentHash');
    return fields;
  }

  function warn(text) {
    says.textContent = text;
    says.classList.toggle('bad-ink', true);
  }

  async function keep(closing = false) {
    clearTimeout(timer);
    const fields = entered();
    const present = fields.toString();
    if (sent || present === kept) return;
    try {
      const answer = await fetch(form.dataset.draft, { method: 'POST', body: fields, keepalive: closing, redirect: 'error' });
      if (answer.ok) {
        kept = present;
        says.classList.remove('bad-ink');
        says.textContent = await answer.text();
      } else if (!sent) {
        const problem = await answer.json().catch(() => null);
        warn(problem?.detail ?? form.dataset.draftFailed);
      }
    } catch {
      if (sent) return;
      warn(form.dataset.draftFailed);
      timer = setTimeout(keep, AGAIN_MS);
    }
  }

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, SOON_MS);
  };
  form.addEventListener('input', later);
  form.addEventListener('simba:entered', later);
  form.addEventListener('submit', event => {
    if (event.defaultPrevented) return;
    sent = true;
    clearTimeout(timer);
  });
  window.addEventListener('pagehide', () => keep(true));
  document.addEventListener('visibilitychange', () => { if (document.hidden) keep(true); });
  window.addEventListener('pageshow', () => { sent = false; });
  if (kept === '') later();
}
