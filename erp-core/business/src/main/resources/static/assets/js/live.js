// A list or a task that is open learns at once that somebody else took it, gave it back or decided it. Only a window that
// is looked at listens: a browser keeps few lines open to one server.

const AGAIN_MS = 30_000;
let source = null;
let watched = '';
let timer = 0;

function rows() {
  return [...document.querySelectorAll('#list [data-list] tr[data-row]')];
}

function cards() {
  return [...document.querySelectorAll('[data-live-task]')];
}

function shown() {
  return [...new Set([...rows().map(row => row.dataset.row), ...cards().map(card => card.dataset.liveTask)])];
}

/** What stands in the row for the time being, beside what it said when it came. */
function say(row, words) {
  const claim = row.querySelector('[data-row-key="c"]');
  const cell = claim?.closest('td') ?? row.querySelector('a[data-open]')?.closest('td');
  let said = row.querySelector('.live-says');
  if (!words) {
    said?.remove();
  } else if (cell) {
    said ??= cell.appendChild(Object.assign(document.createElement('span'), { className: 'live-says' }));
    said.textContent = words;
  }
  if (claim) {
    [...claim.closest('td').children].forEach(part => { part.hidden = Boolean(words) && part !== said; });
  }
}

function markRow(row, task) {
  row.dataset.liveFirst ??= row.querySelector('[data-row-key="c"]') ? 'free' : task.state;
  const as = task.state === row.dataset.liveFirst || task.state === 'mine';
  const away = !as && task.state !== 'free';
  row.classList.toggle('away', away);
  row.querySelectorAll('input[name=ids]').forEach(box => { box.disabled = away; });
  say(row, as ? '' : task.words);
}

function markCard(card, task) {
  const note = card.querySelector('[data-live-says]');
  const foot = card.closest('form')?.querySelector('.task-foot');
  const first = card.dataset.liveFree === 'true' ? ['free', 'mine'] : ['taken', 'mine'];
  const changed = !first.includes(task.state);
  if (note) {
    note.querySelector('p').textContent = changed ? task.words : '';
    note.hidden = !changed;
  }
  if (foot) foot.inert = changed && task.state !== 'free';
}

function mark(task) {
  rows().filter(row => row.dataset.row === task.id).forEach(row => markRow(row, task));
  cards().filter(card => card.dataset.liveTask === task.id).forEach(card => markCard(card, task));
}

function close() {
  clearTimeout(timer);
  source?.close();
  source = null;
  watched = '';
}

function listen() {
  const tasks = document.hidden ? [] : shown();
  const wanted = tasks.join('&task=');
  if (source && wanted === watched) return;
  close();
  if (tasks.length === 0) return;
  watched = wanted;
  source = new EventSource(`/tasks/live?task=${wanted}`);
  source.addEventListener('tasks', event => JSON.parse(event.data).forEach(mark));
  source.addEventListener('end', event => {
    close();
    // Who may not listen any more, or does so in newer windows, asks again only by looking again.
    if (!['left', 'replaced'].includes(event.data)) timer = setTimeout(listen, AGAIN_MS);
  });
  source.addEventListener('error', () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    close();
    timer = setTimeout(listen, AGAIN_MS);
  });
}

listen();
document.addEventListener('visibilitychange', listen);
window.addEventListener('pageshow', listen);
window.addEventListener('focus', listen);
window.addEventListener('pagehide', close);
document.body.addEventListener('htmx:afterSettle', listen);
const panel = document.querySelector('[data-panel]');
if (panel) new MutationObserver(listen).observe(panel, { childList: true });
