// The card beside the list, where there is room: it follows the current row; a decision on it leads to the next row.

const panel = document.querySelector('[data-panel]');
const wide = matchMedia('(min-width: 1200px)');
const SETTLE_MS = 120;
let closed = false;
let timer = 0;
let wanted = null;

function rows() {
  return [...document.querySelectorAll('#list [data-list] tr[data-row]')];
}

function current() {
  return rows().find(row => row.classList.contains('cur'));
}

function mark(row) {
  rows().forEach(other => {
    other.classList.toggle('cur', other === row);
    other.toggleAttribute('aria-selected', other === row);
    other.tabIndex = other === row ? 0 : -1;
  });
}

async function show(row) {
  if (!wide.matches || closed || !row || panel.querySelector('dialog[open]')) return;
  const task = row.dataset.row;
  if (panel.dataset.shown === task) return;
  wanted = task;
  const answer = await fetch(`/tasks/${task}/panel`, { headers: { 'HX-Request': 'true' } });
  const card = await answer.text();
  // Meanwhile another row may have become the current one, or the card have been closed.
  if (closed || wanted !== task || panel.dataset.shown === task || !answer.ok || answer.redirected) return;
  panel.innerHTML = card;
  panel.dataset.shown = task;
  panel.hidden = false;
  panel.querySelectorAll('details').forEach(part => { part.open = false; });
  panel.querySelectorAll('[data-paper]').forEach(sheet => { sheet.href = `/tasks/${task}`; sheet.removeAttribute('data-paper'); });
  const all = rows();
  const next = all[all.findIndex(one => one.dataset.row === task) + 1] ?? all[all.findIndex(one => one.dataset.row === task) - 1];
  panel.querySelectorAll('[data-panel-desk]').forEach(field => { field.value = location.search || '?'; });
  panel.querySelectorAll('[data-panel-next]').forEach(field => { field.value = next?.dataset.row ?? ''; });
}

// Whatever makes a row the current one, the card follows when it rests there.
new MutationObserver(() => {
  clearTimeout(timer);
  timer = setTimeout(() => show(current()), SETTLE_MS);
}).observe(document.getElementById('list').parentElement, { subtree: true, attributes: true, attributeFilter: ['class'] });

// A click on a row shows its card; its link opens it as everywhere.
document.addEventListener('click', event => {
  const row = event.target.closest('#list tr[data-row]');
  if (row && wide.matches && !event.target.closest('a, button, input, label, select') && !String(document.getSelection())) {
    event.stopImmediatePropagation();
    closed = false;
    mark(row);
  }
  if (event.target.closest('[data-panel-close]')) {
    closed = true;
    panel.hidden = true;
    panel.replaceChildren();
    delete panel.dataset.shown;
    current()?.focus();
  }
}, true);

function begin() {
  const named = /^#task-(.+)$/.exec(location.hash)?.[1];
  const row = current() ?? rows().find(one => one.dataset.row === named) ?? rows()[0];
  if (!row) {
    panel.hidden = true;
    return;
  }
  mark(row);
  row.scrollIntoView({ block: 'nearest' });
  show(row);
}
begin();
document.body.addEventListener('htmx:afterSettle', begin);
