// A person is chosen by typing part of a name: every list of people (select[data-people]) gets a field with a list below it.
// The list offers whom the page offers and nobody else. It stays in the form with its choice and does the job without scripts.

import { listen, lookUp, source, takeOver } from './typeahead.js';

let count = 0;

const chosen = select => (select.value ? select.selectedOptions[0]?.textContent.trim() ?? '' : '');
const same = (one, other) => one.localeCompare(other, undefined, { sensitivity: 'base' }) === 0;

function enhance(select) {
  const name = `people-${count += 1}`;
  const people = [...select.options].filter(option => option.value)
    .map(option => ({ key: option.value, code: '', name: option.textContent.trim(), sought: ` ${option.textContent.trim()}` }));
  source(name, async () => people);
  lookUp(name, '');

  const field = document.createElement('input');
  field.type = 'text';
  field.className = select.className.replace('form-select', 'form-control');
  field.autocomplete = 'off';
  field.spellcheck = false;
  field.dataset.remote = name;
  field.dataset.none = select.dataset.none;
  field.required = select.required;
  field.setAttribute('aria-label', select.getAttribute('aria-label') ?? select.closest('.field')?.querySelector('.form-label')?.textContent ?? '');
  field.value = chosen(select);
  select.required = false;
  select.tabIndex = -1;
  select.setAttribute('aria-hidden', 'true');
  select.classList.add('visually-hidden');
  delete select.dataset.people;
  select.before(field);
  const around = select.parentElement;
  takeOver(around);
  listen(around);

  const take = (value, typed) => {
    if (select.value === value) return;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    if (typed !== undefined) field.value = typed;
  };
  field.addEventListener('focus', () => field.select());
  field.addEventListener('simba:chosen', event => {
    take(event.detail.choice.key);
    field.setCustomValidity('');
  });
  // What is typed in full counts. Half a name is sent by nobody, and left it gives way to who was chosen before.
  field.addEventListener('input', () => {
    const typed = field.value.trim();
    const found = people.filter(person => same(person.name, typed));
    const none = !typed && [...select.options].some(option => !option.value);
    if (found.length === 1) take(found[0].key, typed);
    else if (none) take('', typed);
    field.setCustomValidity(found.length === 1 || none ? '' : select.dataset.none ?? '');
  });
  field.addEventListener('blur', () => {
    field.value = chosen(select);
    field.setCustomValidity('');
  });
  select.addEventListener('change', () => { field.value = chosen(select); });
  field.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.defaultPrevented) event.preventDefault();
  });
}

function all(within) {
  within.querySelectorAll('select[data-people]').forEach(enhance);
}

all(document);
// The card beside a list comes later, with its own dialogs.
const panel = document.querySelector('[data-panel]');
if (panel) new MutationObserver(() => all(panel)).observe(panel, { childList: true });
