// Lists by keyboard: J and K move the current row, X selects it, Enter opens it. Rows keep their place when a part is swapped.

const IN_FIELD = 'input:not([type=checkbox]), textarea, select, button, a, summary';

function list() {
  return document.querySelector('#main [data-list]');
}

function rows(table) {
  return [...table.querySelectorAll('tbody tr:not(.grp):not(.drill)')].filter(row => row.getClientRects().length > 0);
}

function makeCurrent(row) {
  row.closest('[data-list]').querySelectorAll('tr.cur').forEach(other => {
    other.classList.remove('cur');
    other.removeAttribute('aria-selected');
    other.tabIndex = -1;
  });
  row.classList.add('cur');
  row.setAttribute('aria-selected', 'true');
  row.tabIndex = 0;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

function move(table, step) {
  const all = rows(table);
  if (all.length === 0) return;
  const at = all.findIndex(row => row.classList.contains('cur'));
  makeCurrent(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))]);
}

let lastChosen = null;

/** Shift and X: everything from the row chosen last to the current one. */
function chooseUpTo(table, row) {
  const all = rows(table);
  const from = Math.max(0, all.indexOf(lastChosen));
  const to = all.indexOf(row);
  const boxes = all.slice(Math.min(from, to), Math.max(from, to) + 1).map(one => one.querySelector('input[type=checkbox]'));
  boxes.forEach(box => { if (box) box.checked = true; });
  boxes[0]?.dispatchEvent(new Event('change', { bubbles: true }));
}

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  const table = list();
  if (!table || document.querySelector('dialog[open]')) return;
  if (event.target.closest('input:not([type=checkbox]), textarea, select')) return;
  const current = table.querySelector('tr.cur');
  if (event.key === 'j' || event.key === 'k') {
    event.preventDefault();
    move(table, event.key === 'j' ? 1 : -1);
  } else if (event.key === 'x' && current) {
    event.preventDefault();
    current.querySelector('input[type=checkbox]')?.click();
    lastChosen = current;
  } else if (event.key === 'X' && current) {
    event.preventDefault();
    chooseUpTo(table, current);
  } else if (event.key === 'Enter' && current && !event.target.closest(IN_FIELD)) {
    event.preventDefault();
    (current.querySelector('a[data-open]') ?? current.querySelector('a'))?.click();
  } else if (current && /^[a-z]$/.test(event.key)) {
    const action = current.querySelector(`[data-row-key="${event.key}"]`);
    if (action) {
      event.preventDefault();
      action.click();
    }
  }
});

// A click anywhere on a row opens it, as its link does; marking text and controls inside keep their own meaning.
document.addEventListener('click', event => {
  const row = event.target.closest('[data-list] tbody tr');
  if (!row || event.target.closest('a, button, input, label, select') || String(document.getSelection())) return;
  (row.querySelector('a[data-open]') ?? row.querySelector('a'))?.click();
});

function showChosen(table) {
  table.querySelectorAll('tbody tr').forEach(row => {
    row.classList.toggle('sel', row.querySelector('input[type=checkbox]')?.checked ?? false);
  });
  const boxes = [...table.querySelectorAll('tbody input[type=checkbox]')];
  const chosen = boxes.filter(box => box.checked).length;
  const all = table.querySelector('[data-select-all]');
  if (all) {
    all.checked = chosen > 0 && chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  }
  document.querySelectorAll('[data-bulk]').forEach(bar => {
    bar.hidden = chosen === 0;
    bar.querySelectorAll('[data-bulk-count]').forEach(count => { count.textContent = String(chosen); });
    bar.querySelectorAll('[data-bulk-clear]').forEach(clear => { clear.hidden = chosen === 0; });
    if (chosen > 0) offerSoon(bar, boxes.filter(box => box.checked).map(box => box.value));
  });
}

// Of tasks only what can be done to every chosen row is offered. The server knows; until it answers, or if it doesn't, all stays.
const OFFER_MS = 150;
let offering = 0;

function offerSoon(bar, ids) {
  clearTimeout(offering);
  const actions = [...bar.querySelectorAll('button[formaction*="/bulk/"]')];
  if (!actions.length || !bar.closest('form')) return;
  offering = setTimeout(() => offer(bar, actions, ids), OFFER_MS);
}

async function offer(bar, actions, ids) {
  const place = new URL(actions[0].formAction).pathname.replace(/[^/]+$/, 'offered');
  const fields = new FormData();
  const guard = bar.closest('form')?.querySelector('input[name=_csrf]');
  if (guard) fields.append('_csrf', guard.value);
  ids.forEach(id => fields.append('ids', id));
  const answer = await fetch(place, { method: 'POST', body: new URLSearchParams(fields), redirect: 'error' }).catch(() => null);
  if (!answer?.ok) return;
  const offered = await answer.json();
  const now = [...bar.closest('form').querySelectorAll('tbody input[type=checkbox]:checked')].map(box => box.value);
  if (now.join() !== ids.join()) return;
  actions.forEach(action => { action.hidden = !offered.includes(action.getAttribute('formaction').split('/').pop()); });
  bar.querySelectorAll('[data-bulk-none]').forEach(none => { none.hidden = offered.length > 0; });
}

document.addEventListener('change', event => {
  const box = event.target.closest('[data-list] input[type=checkbox]');
  if (!box) return;
  const table = box.closest('[data-list]');
  if (box.matches('[data-select-all]')) {
    table.querySelectorAll('tbody input[type=checkbox]').forEach(other => { other.checked = box.checked; });
  }
  showChosen(table);
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-bulk-clear]')) {
    const table = list();
    table.querySelectorAll('input[type=checkbox]').forEach(box => { box.checked = false; });
    showChosen(table);
  }
  const untick = event.target.closest('[data-untick]');
  untick?.form.querySelectorAll('input[type=checkbox]').forEach(box => { box.checked = false; });
});

// Without scripts the bar with the actions is always there; with them it comes with the first row that is chosen.
function begin() {
  document.querySelectorAll('[data-list]').forEach(showChosen);
}
begin();
document.body.addEventListener('htmx:afterSettle', begin);
window.addEventListener('pageshow', begin);
