// A field with a list of choices: found by number or any part of the name, what was used most with this supplier first, what
// can't be used greyed with the reason. Without scripts the browser's own list does a plainer job.

const MOST = 60;
const words = document.querySelector('[data-uses]')?.dataset ?? {};
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/Ł/g, 'l').toLowerCase();
const lists = new Map();

let open = null;
let typedLast = false;

/** The choices of a list, read once. */
export function choices(id) {
  if (!lists.has(id)) {
    lists.set(id, [...document.querySelectorAll(`#${id} option`)].map(option => {
      const name = option.textContent.slice(option.value.length + 1);
      return { code: option.value, name, sought: plain(`${option.value} ${name}`), used: Number(option.dataset.used ?? 0), off: option.dataset.off };
    }));
  }
  return lists.get(id);
}

function found(id, text) {
  const parts = plain(text.trim()).split(/\s+/).filter(Boolean);
  const first = parts[0] ?? '';
  const rank = choice => (plain(choice.code) === first ? 0 : plain(choice.code).startsWith(first) ? 1 : choice.sought.includes(` ${first}`) ? 2 : 3) + (choice.off ? 10 : 0);
  return choices(id).filter(choice => parts.every(part => choice.sought.includes(part)))
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
  note.textContent = choice.off ?? (choice.used ? `${choice.used} ×` : '');
  if (choice.used && !choice.off) note.title = words.uses.replace('#', choice.used);
  option.append(code, name, note);
  option.choice = choice;
  return option;
}

function place() {
  const box = open.field.closest('td').getBoundingClientRect();
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

function fill(text) {
  const sought = plain(text.trim()).split(/\s+/)[0];
  const matches = found(open.field.dataset.choices, text);
  open.list.replaceChildren(...matches.map((choice, at) => row(choice, at, sought)));
  if (matches.length === 0) {
    const nothing = document.createElement('div');
    nothing.className = 'opt off';
    nothing.textContent = words.none;
    open.list.append(nothing);
  }
  highlight(Math.max(0, matches.findIndex(choice => !choice.off)));
  place();
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
  hint.textContent = words.hint;
  pop.append(list, hint);
  document.body.append(pop);
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

function choose(choice) {
  const { field } = open;
  close();
  typedLast = false;
  if (field.value !== choice.code) {
    field.value = choice.code;
    field.dispatchEvent(new CustomEvent('input', { bubbles: true, detail: 'chosen' }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
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
  for (const field of within.querySelectorAll('input[data-choices]')) {
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-expanded', 'false');
  }
}

export function listen(within) {
  within.addEventListener('input', event => {
    if (!event.target.dataset?.choices || event.detail === 'chosen') return;
    if (!event.isTrusted) return;
    typedLast = true;
    if (open?.field === event.target) fill(event.target.value);
    else show(event.target, event.target.value);
  });
  within.addEventListener('keydown', event => {
    const field = event.target;
    if (!field.dataset?.choices) return;
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
      if (choice) choose(choice);
      else close();
    } else if (event.key === 'Tab' && typedLast && field.value.trim()) {
      const choice = chosen();
      if (choice) choose(choice);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  within.addEventListener('focusout', () => close());
  window.addEventListener('scroll', () => { if (open) place(); }, true);
}
