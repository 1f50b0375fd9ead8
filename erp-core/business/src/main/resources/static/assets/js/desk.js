// The desk: the tabs beside the form change without leaving the page, so that nothing entered is lost.

function tabs() {
  return [...document.querySelectorAll('[data-tab]')];
}

function show(tab) {
  for (const other of tabs()) {
    const on = other === tab;
    other.classList.toggle('on', on);
    other.setAttribute('aria-selected', on);
    other.tabIndex = on ? 0 : -1;
    document.getElementById(other.getAttribute('aria-controls')).hidden = !on;
  }
  const panel = document.getElementById(tab.getAttribute('aria-controls'));
  if (panel.dataset.load && !panel.dataset.loaded) {
    panel.dataset.loaded = 'true';
    htmx.ajax('GET', panel.dataset.load, { target: panel, swap: 'innerHTML' });
  }
  document.dispatchEvent(new CustomEvent('simba:shown'));
}

document.addEventListener('click', event => {
  const tab = event.target.closest('[data-tab]');
  if (tab) {
    event.preventDefault();
    show(tab);
  }
  if (event.target.closest('[data-tab-next]')) {
    const all = tabs();
    show(all[(all.findIndex(one => one.classList.contains('on')) + 1) % all.length]);
  }
});
document.addEventListener('keydown', event => {
  const tab = event.target.closest?.('[data-tab]');
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!tab || !step) return;
  event.preventDefault();
  const all = tabs();
  const next = all[(all.indexOf(tab) + step + all.length) % all.length];
  show(next);
  next.focus();
});

// Between document and form, as between panes anywhere: F6.
document.addEventListener('click', event => {
  if (!event.target.closest('[data-pane-next]')) return;
  const form = document.getElementById('task-form');
  const other = form.contains(document.activeElement)
    ? document.querySelector('[data-pick]')
    : form.querySelector('.cell-input, input:not([type=hidden]), select, textarea, button[name=outcome]');
  other?.focus();
});

// A panel that is shown from the start is filled at once.
const first = document.querySelector('[data-tab].on');
if (first) show(first);

// The small sheet on a card leads to the document.
document.addEventListener('click', event => {
  if (!event.target.closest('[data-paper]')) return;
  event.preventDefault();
  const paper = document.querySelector('[data-pick]');
  paper.scrollIntoView({ behavior: 'smooth', block: 'start' });
  paper.focus({ preventScroll: true });
});

// Each finding stands a second time at the field it concerns: on the paper, and below the line that is coded. Pressing the
// note leads there.
const paperPane = document.getElementById('paper-reading');

function remark(note, tag) {
  const said = document.createElement(tag);
  said.className = `remark ${['bad', 'warn', 'info'].find(tone => note.classList.contains(tone)) ?? 'info'}`;
  said.textContent = note.querySelector('[data-says]').textContent;
  return said;
}

function atField(field, note) {
  if (!field.matches('tr, table')) {
    field.append(remark(note, 'span'));
  } else if (field.matches('tr')) {
    field.cells[1].append(remark(note, 'span'));
  } else {
    field.after(remark(note, 'span'));
  }
}

function atLine(row, note) {
  const below = document.createElement('tr');
  below.className = 'coding-remark';
  below.append(document.createElement('td'), document.createElement('td'));
  below.lastElementChild.colSpan = 6;
  below.lastElementChild.append(remark(note, 'span'));
  row.after(below);
}

for (const note of document.querySelectorAll('#task-form .note[data-place]')) {
  if (note.classList.contains('info')) continue;
  const place = CSS.escape(note.dataset.place);
  const field = paperPane?.querySelector(`[data-place="${place}"]`);
  if (field) {
    atField(field, note);
    note.classList.add('leads');
    note.addEventListener('click', event => {
      if (event.target.closest('a, button')) return;
      document.querySelector('[data-tab]')?.click();
      field.scrollIntoView({ block: 'center', behavior: 'smooth' });
      field.classList.add('picked');
      setTimeout(() => field.classList.remove('picked'), 900);
    });
  }
  const line = /^line-(.+)$/.exec(note.dataset.place);
  const row = line && document.querySelector(`[data-coding-row][data-line="${CSS.escape(line[1])}"]`);
  if (row) atLine(row, note);
}
