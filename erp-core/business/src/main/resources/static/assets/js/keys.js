// The keyboard: whatever carries data-key is pressed by that key, G and a letter goes to a place of the menu, ? shows it all.
// Letters act outside fields only; inside them F-keys, Alt and Ctrl do.

const IN_FIELD = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
const SEQUENCE_MS = 1200;
let waitingForPlace = 0;

/** The key of an event in the notation of data-key: "a", "shift+r", "alt+a", "ctrl+enter", "f2", "escape", "/". */
function nameOf(event) {
  const letter = event.code?.startsWith('Key') && (event.altKey || event.ctrlKey) ? event.code.slice(3) : event.key;
  const key = letter.toLowerCase();
  const printed = key.length === 1 && !/[a-z0-9]/.test(key);
  return (event.ctrlKey ? 'ctrl+' : '') + (event.altKey ? 'alt+' : '') + (event.shiftKey && !printed ? 'shift+' : '') + key;
}

function scope() {
  return document.querySelector('dialog[open]') ?? document;
}

function visible(element) {
  return element.getClientRects().length > 0 || element.hasAttribute('data-key-hidden');
}

function find(key) {
  const found = [...scope().querySelectorAll('[data-key]')]
    .filter(element => element.dataset.key.split(' ').includes(key) && visible(element) && !element.disabled);
  return found.find(element => element.closest('#main')) ?? found[0];
}

function press(element) {
  if (element.matches(IN_FIELD)) {
    element.focus();
    element.select?.();
  } else if (element.matches('tr')) {
    element.querySelector('a')?.click();
  } else {
    element.click();
  }
}

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing || event.metaKey || event.getModifierState?.('AltGraph')) return;
  const field = event.target.closest?.(IN_FIELD);
  const key = nameOf(event);
  const free = /^(f\d+|ctrl\+.+|alt\+.+|(ctrl\+|alt\+)shift\+.+|escape)$/.test(key);
  if (field && !free) return;
  if (field && key === 'escape') {
    field.blur();
    return;
  }
  if (!document.querySelector('dialog[open]')) {
    if (waitingForPlace > event.timeStamp) {
      waitingForPlace = 0;
      const place = document.querySelector(`.nav-side [data-go="${CSS.escape(key)}"]`);
      if (place) {
        event.preventDefault();
        place.click();
        return;
      }
    }
    if (key === 'g') {
      waitingForPlace = event.timeStamp + SEQUENCE_MS;
      return;
    }
  }
  const target = find(key);
  if (target) {
    event.preventDefault();
    press(target);
  }
});

function keyCaps(key) {
  const names = { escape: 'Esc', enter: '↵', delete: 'Del', pagedown: 'PgDn', pageup: 'PgUp' };
  return key.split(' ')[0].split('+').map(part => {
    const cap = document.createElement('kbd');
    cap.textContent = names[part] ?? part.charAt(0).toUpperCase() + part.slice(1);
    return cap;
  });
}

function line(caps, words) {
  const row = document.createElement('div');
  const term = document.createElement('dt');
  const meaning = document.createElement('dd');
  term.append(...caps);
  meaning.textContent = words;
  row.append(term, meaning);
  return row;
}

/** What an element is called in the help: its own label, else its text without the key caps. */
function wordsOf(element) {
  if (element.dataset.keyLabel) return element.dataset.keyLabel;
  const copy = element.cloneNode(true);
  copy.querySelectorAll('kbd, svg, small, em').forEach(part => part.remove());
  return copy.textContent.replace(/\s+/g, ' ').trim() || element.getAttribute('aria-label') || element.title || '';
}

function fillHelp(help) {
  const places = help.querySelector('[data-help-go]');
  places.replaceChildren(...[...document.querySelectorAll('.nav-side [data-go]')]
    .map(entry => line([...keyCaps('g'), ...keyCaps(entry.dataset.go)], entry.title)));
  help.querySelector('[data-help-lists]').hidden = !document.querySelector('[data-list]');
  const own = [...document.querySelectorAll('#main [data-key]')].filter(visible).filter(element => wordsOf(element));
  const page = help.querySelector('[data-help-page]');
  page.hidden = own.length === 0;
  page.querySelector('dl').replaceChildren(...own.map(element => line(keyCaps(element.dataset.key), wordsOf(element))));
}

document.addEventListener('click', event => {
  if (!event.target.closest('[data-help]')) return;
  const help = document.getElementById('help');
  fillHelp(help);
  help.showModal();
});
