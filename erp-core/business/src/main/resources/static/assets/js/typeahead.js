// A field with a list of choices: found by number or any part of the name, what was used most with this supplier first, what
// can't be used greyed with the reason. Without scripts the browser's own list does a plainer job. What is too long for a
// page is looked up while somebody types; what was looked up once stays at hand.

const MOST = 60;
const SOON_MS = 120;
const words = document.querySelector('[data-uses]')?.dataset ?? {};
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/Ł/g, 'l').toLowerCase();
const lists = new Map();
const sources = new Map();

let open = null;
let typedLast = false;

/** The choices of a list, read once. */
export function choices(id) {
  if (!lists.has(id)) {
    lists.set(id, [...document.querySelectorAll(`#${id} option`)].map(option => {
      const name = option.textContent.slice(option.value.length + 1);
      return { code: option.value, name, sought: plain(`${option.value} ${name}`), used: Number(option.dataset.used ?? 0), off: option.dataset.off, more: option.dataset };
    }));
  }
  return lists.get(id);
}

/**
 * A source of choices beyond the page: fields name it in data-remote or, beside a list, in data-also.
 * @param fetching gives what is found for a text as { key, code, name, sought, note }
 */
export function source(name, fetching) {
  sources.set(name, { fetching, known: new Map(), asked: new Map() });
}

/** Asks a source; the same text is asked once. */
export function lookUp(name, text) {
  const from = sources.get(name);
  const asked = plain(text.trim());
  if (!from.asked.has(asked)) {
    const answer = from.fetching(text.trim()).then(found => {
      for (const one of found) from.known.set(one.key, { used: 0, ...one, sought: plain(one.sought) });
    }).catch(() => { from.asked.delete(asked); });
    from.asked.set(asked, answer);
  }
  return from.asked.get(asked);
}

/** How often each choice of a list was used; it stands beside it and comes first. */
export function used(id, counts) {
  for (const choice of choices(id)) choice.used = counts[choice.code] ?? 0;
}

function offered(field, searching) {
  const from = sources.get(field.dataset.remote ?? (searching ? field.dataset.also : ''));
  return [...(field.dataset.choices ? choices(field.dataset.choices) : []), ...(from ? from.known.values() : [])];
}

function found(field, text) {
  const parts = plain(text.trim()).split(/\s+/).filter(Boolean);
  const first = parts[0] ?? '';
  const rank = choice => (plain(choice.code) === first ? 0 : plain(choice.code).startsWith(first) ? 1 : choice.sought.includes(` ${first}`) ? 2 : 3) + (choice.off ? 10 : 0);
  return offered(field, parts.length > 0).filter(choice => parts.every(part => choice.sought.includes(part)))
    .sort((a, b) => (parts.length ? rank(a) - rank(b) : Number(!!a.off) - Number(!!b.off)) || b.used - a.used
      || a.code.localeCompare(b.code, undefined, { numeric: true }))
    .slice(0, MOST);
}

function marked(text, sought) {
  const holder = document.createElement('span');
  const at = sought ? plain(text).indexOf(sought) : -1;
  if (at < 0) {
    holder.textContent = text;
    return holder;
  }
  const mark = document.createElement('mark');
  mark.textContent = text.slice(at, at + sought.length);
  holder.append(text.slice(0, at), mark, text.slice(at + sought.length));
  return holder;
}

function row(choice, at, sought) {
  const option = document.createElement('div');
  option.className = choice.off ? 'opt off' : 'opt';
  option.id = `typeahead-${at}`;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  if (choice.off) option.setAttribute('aria-disabled', 'true');
  const code = document.createElement('b');
  code.append(marked(choice.code, sought));
  const name = marked(choice.name, sought);
  name.className = 'cut';
  const note = document.createElement('small');
  note.className = 'cap';
  note.textContent = choice.off ?? choice.note ?? (choice.used ? `${choice.used} ×` : '');
  if (choice.used && !choice.off) note.title = words.uses.replace('#', choice.used);
  if (choice.code) option.append(code);
  else option.classList.add('named');
  option.append(name, note);
  option.choice = choice;
  return option;
}

function place() {
  const box = (open.field.closest('td') ?? open.field).getBoundingClientRect();
  const below = window.innerHeight - box.bottom;
  open.pop.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - open.pop.offsetWidth - 8))}px`;
  open.pop.style.top = below > open.pop.offsetHeight + 8 || below > box.top
    ? `${box.bottom + 2}px` : `${box.top - open.pop.offsetHeight - 2}px`;
}

function highlight(at) {
  const options = [...open.list.children].filter(option => option.choice);
  open.at = options.length ? (at + options.length) % options.length : -1;
  options.forEach((option, index) => {
    option.classList.toggle('on', index === open.at);
    option.setAttribute('aria-selected', index === open.at);
  });
  options[open.at]?.scrollIntoView({ block: 'nearest' });
  if (options[open.at]) open.field.setAttribute('aria-activedescendant', options[open.at].id);
  else open.field.removeAttribute('aria-activedescendant');
}

function fillNothing() {
  const nothing = document.createElement('div');
  nothing.className = 'opt off';
  nothing.textContent = open.field.dataset.none ?? words.none ?? '';
  open.list.replaceChildren(nothing);
}

function fill(text) {
  const sought = plain(text.trim()).split(/\s+/)[0];
  const matches = found(open.field, text);
  open.list.replaceChildren(...matches.map((choice, at) => row(choice, at, sought)));
  if (matches.length === 0) fillNothing();
  highlight(Math.max(0, matches.findIndex(choice => !choice.off)));
  place();
  ask(text);
}

/** Further choices come in while the list stands open; what is highlighted stays so. */
function ask(text) {
  const { field } = open;
  const name = field.dataset.remote ?? field.dataset.also;
  clearTimeout(open.timer);
  if (!name || text.trim().length < 2) return;
  const present = open;
  open.waiting = new Promise(resolve => { present.timer = setTimeout(() => resolve(lookUp(name, text)), SOON_MS); });
  open.waiting.then(() => {
    if (open !== present || field.value !== text) return;
    const before = open.list.childElementCount;
    const had = [...open.list.children].some(option => option.choice);
    const matches = found(field, text);
    if (matches.length <= before && had) return;
    const at = open.at;
    const sought = plain(text.trim()).split(/\s+/)[0];
    open.list.replaceChildren(...matches.map((choice, index) => row(choice, index, sought)));
    if (matches.length) highlight(had ? at : Math.max(0, matches.findIndex(choice => !choice.off)));
    else fillNothing();
    place();
  });
}

/** Who is faster than the answer gets what it says. */
async function settle(field, key) {
  const text = field.value;
  const name = field.dataset.remote ?? field.dataset.also;
  close();
  if (!name) return;
  await lookUp(name, text);
  const choice = found(field, text).find(one => !one.off);
  if (choice && field.value === text) apply(field, choice, key);
}

function show(field, text) {
  close();
  const pop = document.createElement('div');
  pop.className = 'pop typeahead';
  const list = document.createElement('div');
  list.className = 'typeahead-list';
  list.id = 'typeahead-list';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.getAttribute('aria-label'));
  const hint = document.createElement('div');
  hint.className = 'hint desk-only';
  hint.textContent = words.hint ?? '';
  pop.append(list, ...(words.hint ? [hint] : []));
  // What opens over everything, such as a dialog, would hide a list outside it.
  (field.closest('dialog') ?? document.body).append(pop);
  open = { field, pop, list, at: 0 };
  field.setAttribute('aria-expanded', 'true');
  field.setAttribute('aria-controls', list.id);
  pop.addEventListener('pointerdown', event => event.preventDefault());
  pop.addEventListener('click', event => {
    const option = event.target.closest('.opt');
    if (option?.choice && !option.choice.off) choose(option.choice);
  });
  fill(text);
}

function close() {
  if (!open) return;
  open.field.setAttribute('aria-expanded', 'false');
  open.field.removeAttribute('aria-activedescendant');
  open.pop.remove();
  open = null;
}

function choose(choice, key) {
  const { field } = open;
  close();
  apply(field, choice, key);
}

/** Puts it in and tells whom it may concern, with the key it was chosen by. */
function apply(field, choice, key) {
  const text = field.dataset.remote ? choice.name : choice.code;
  typedLast = false;
  if (field.value !== text) {
    field.value = text;
    field.dispatchEvent(new CustomEvent('input', { bubbles: true, detail: 'chosen' }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  field.dispatchEvent(new CustomEvent('simba:chosen', { bubbles: true, detail: { choice, key } }));
}

function chosen() {
  const option = [...open.list.children][open.at];
  return option?.choice && !option.choice.off ? option.choice : null;
}

/** Takes over the fields within an element that name a list. */
export function takeOver(within) {
  for (const field of within.querySelectorAll('input[list]')) {
    field.dataset.choices = field.getAttribute('list');
    field.removeAttribute('list');
  }
  for (const field of within.querySelectorAll('input[data-choices], input[data-remote]')) {
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-expanded', 'false');
  }
}

export function listen(within) {
  within.addEventListener('input', event => {
    if (!(event.target.dataset?.choices ?? event.target.dataset?.remote) || event.detail === 'chosen') return;
    if (!event.isTrusted) return;
    typedLast = true;
    if (open?.field === event.target) fill(event.target.value);
    else show(event.target, event.target.value);
  });
  within.addEventListener('keydown', event => {
    const field = event.target;
    if (!(field.dataset?.choices ?? field.dataset?.remote)) return;
    if (!open) {
      if (event.key === 'ArrowDown' && !event.ctrlKey) {
        event.preventDefault();
        show(field, '');
      }
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step) {
      event.preventDefault();
      typedLast = true;
      highlight(open.at + step);
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      const choice = chosen();
      event.preventDefault();
      event.stopPropagation();
      if (choice) choose(choice, 'Enter');
      else settle(field, 'Enter');
    } else if (event.key === 'Tab' && typedLast && field.value.trim()) {
      const choice = chosen();
      if (choice) choose(choice, 'Tab');
      else settle(field, 'Tab');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  within.addEventListener('focusout', () => close());
  window.addEventListener('scroll', () => { if (open) place(); }, true);
}
