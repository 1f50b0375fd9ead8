// A value of the document is put into the field one was in last: by a click, or by Alt+V and the letters that then stand
// beside every value. It works the same on the readable invoice, on a PDF's text and on XML.

const FIELD = 'input:not([type=hidden]):not([type=checkbox]):not([type=radio]), textarea, select';
const VALUE = /\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}|[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?|[-\u2212]?\d{1,3}(?:[ \u00a0\u202f.,']\d{3})+(?:[.,]\d+)?|[^\s]+/g;
const LETTERS = 'asdfghjklqwertyuiopzxcvbnm';
const FLASH_MS = 900;

const source = document.querySelector('[data-pick]');
const form = document.getElementById('task-form');
let last = null;

/** The value at a place of a text: a date, an account, a figure with its thousands, else the word. */
function valueAt(text, offset) {
  for (const match of text.matchAll(VALUE)) {
    if (match.index <= offset && offset <= match.index + match[0].length) return match[0].replace(/[,;:]$/, '');
  }
  return null;
}

function isoDate(text) {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const parts = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  return parts ? `${parts[3]}-${parts[2].padStart(2, '0')}-${parts[1].padStart(2, '0')}` : null;
}

function figure(text) {
  const bare = text.replace(/[A-Z]{3}$/i, '').trim();
  return /^[-\u2212]?[\d\s\u00a0\u202f.,']+$/.test(bare) ? bare : null;
}

/** What of a value suits the field; nothing where none of it does. */
function suited(field, value, exact) {
  if (field.type === 'date') return isoDate(exact ?? value) ?? isoDate(value);
  if (field.inputMode === 'decimal') return figure(value);
  if (field.matches('select')) {
    const month = (isoDate(exact ?? value) ?? value).slice(0, 7);
    const option = [...field.options].find(one => [value, month].includes(one.value) || one.text === value);
    return option?.value ?? null;
  }
  return value;
}

function flash(element) {
  element?.classList.add('picked');
  setTimeout(() => element?.classList.remove('picked'), FLASH_MS);
}

function say(word) {
  const shown = document.querySelector('[data-pick-says]');
  if (shown) shown.textContent = shown.dataset[word] ?? '';
}

function put(value, exact, from) {
  if (!last?.isConnected || last.readOnly || last.disabled) {
    say('noField');
    return;
  }
  const text = suited(last, value, exact);
  if (text === null) {
    say('notSuited');
    last.focus();
    return;
  }
  say('');
  if (last.matches('textarea')) last.setRangeText(text, last.selectionStart, last.selectionEnd, 'end');
  else last.value = text;
  last.dispatchEvent(new Event('input', { bubbles: true }));
  last.dispatchEvent(new Event('change', { bubbles: true }));
  last.focus();
  flash(from);
  flash(last.closest('td') ?? last);
}

function caret(event) {
  if (document.caretPositionFromPoint) {
    const at = document.caretPositionFromPoint(event.clientX, event.clientY);
    return at && [at.offsetNode, at.offset];
  }
  const range = document.caretRangeFromPoint?.(event.clientX, event.clientY);
  return range && [range.startContainer, range.startOffset];
}

/** The hints of Alt+V: letters beside each value in view; typing them puts it in, anything else ends it. */
class Hints {
  constructor() {
    this.places = candidates();
    this.typed = '';
    this.layer = document.createElement('div');
    this.layer.className = 'hints';
    const long = this.places.length > LETTERS.length;
    this.places.forEach((place, at) => {
      place.letters = long ? LETTERS[Math.floor(at / LETTERS.length)] + LETTERS[at % LETTERS.length] : LETTERS[at];
      const mark = document.createElement('kbd');
      mark.textContent = place.letters;
      mark.style.left = `${place.box.left}px`;
      mark.style.top = `${place.box.top - 4}px`;
      place.mark = mark;
      this.layer.append(mark);
    });
    document.body.append(this.layer);
    this.listen = event => this.key(event);
    document.addEventListener('keydown', this.listen, true);
    document.addEventListener('pointerdown', () => this.end(), { once: true, capture: true });
  }

  key(event) {
    if (['Shift', 'Alt', 'Control'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    this.typed += event.key.toLowerCase();
    const left = this.places.filter(place => place.letters.startsWith(this.typed));
    this.places.forEach(place => { place.mark.hidden = !left.includes(place); });
    if (left.length === 1 && left[0].letters === this.typed) {
      this.end();
      put(left[0].value, left[0].exact, left[0].element);
    } else if (left.length === 0) {
      this.end();
    }
  }

  end() {
    document.removeEventListener('keydown', this.listen, true);
    this.layer.remove();
    if (last?.isConnected) last.focus();
  }
}

function candidates() {
  const frame = source.getBoundingClientRect();
  const within = box => box.width > 0 && box.bottom > frame.top && box.top < Math.min(frame.bottom, innerHeight)
    && box.left < frame.right;
  return [...source.querySelectorAll('[data-value], .pdf-text span, .xml-text')]
    .filter(element => element.children.length === 0 && /\S/.test(element.textContent))
    .map(element => ({ element, box: element.getBoundingClientRect(), value: element.textContent.trim(), exact: element.dataset.value }))
    .filter(place => within(place.box)).slice(0, LETTERS.length ** 2);
}

if (source && form) {
  // The browser may have put the focus into a field before this ran.
  if (form.contains(document.activeElement) && document.activeElement.matches(FIELD)) last = document.activeElement;
  form.addEventListener('focusin', event => {
    if (event.target.matches(FIELD) && !event.target.closest('dialog')) {
      last = event.target;
      say('');
    }
  });
  source.addEventListener('click', event => {
    if (event.target.closest('a, button, summary') || String(document.getSelection())) return;
    const marked = event.target.closest('[data-value]');
    if (marked) {
      put(marked.textContent.trim(), marked.dataset.value, marked);
      return;
    }
    const at = caret(event);
    if (at?.[0]?.nodeType !== Node.TEXT_NODE || !source.contains(at[0])) return;
    const whole = last?.hasAttribute('data-takes-line') ? at[0].textContent.trim() : null;
    const value = whole || valueAt(at[0].textContent, at[1]);
    if (value) put(value, null, at[0].parentElement);
  });
  document.addEventListener('click', event => {
    if (event.target.closest('[data-pick-hints]')) new Hints();
  });
}
