// Coding an invoice: what the system proposed is violet until touched or accepted, cells are copied and lines split by key,
// and what is left to distribute stands below all the time. The server checks everything again.

import { parse, write } from './figures.js';
import { choices, listen, takeOver } from './typeahead.js';

const grid = document.querySelector('[data-coding]');

function rows() {
  return [...grid.querySelectorAll('[data-coding-row]')];
}

/** The parts of one line of the invoice. */
function parts(row) {
  return rows().filter(other => other.dataset.line === row.dataset.line);
}

function field(row, name) {
  return row.querySelector(`[name="${name}"]`);
}

function like() {
  const total = grid.querySelector('[data-coding-total]');
  return total.dataset.like ?? (total.dataset.like = total.textContent);
}

/** A row is accepted as a whole: whoever touches one of its cells has looked at the others. */
function touched(row) {
  row.querySelectorAll('td.prop').forEach(cell => cell.classList.remove('prop'));
  field(row, 'open').value = 'false';
  state();
}

/** The account's name beside its number, from the list of accounts. */
function nameAccount(input) {
  const choice = choices('coding-accounts').find(one => one.code === input.value.trim());
  input.closest('td').querySelector('[data-coding-name]').textContent = choice?.name ?? '';
  input.title = choice?.name ?? '';
}

function state() {
  const open = rows().filter(row => row.querySelector('td.prop')).length;
  const pill = grid.querySelector('[data-coding-state]');
  pill.classList.toggle('is-prop', open > 0);
  pill.classList.toggle('is-good', open === 0);
  pill.textContent = open > 0
    ? grid.dataset.propLabel.replace('#1', open).replace('#2', rows().length)
    : grid.dataset.doneLabel;
  grid.querySelectorAll('[data-coding-accept]').forEach(button => { button.closest('.note').hidden = open === 0 && !button.closest('.note').querySelector('a'); });
}

/** What is left of a line; nothing where a figure can't be read. */
function left(row) {
  const nets = parts(row).map(part => parse(field(part, 'net').value));
  if (nets.includes(null)) return null;
  return parse(row.dataset.lineNet) - nets.reduce((sum, net) => sum + net, 0n);
}

function balance() {
  let coded = 0n;
  let open = 0n;
  let unreadable = false;
  const lines = new Set();
  for (const row of rows()) {
    const several = parts(row);
    const rest = left(row);
    const last = several[several.length - 1] === row;
    const shown = row.querySelector('[data-coding-left]');
    shown.hidden = !last || rest === 0n || rest === null;
    if (!shown.hidden) shown.textContent = grid.dataset.leftLine.replace('#', write(rest, like()));
    field(row, 'net').classList.toggle('is-invalid', rest !== 0n);
    row.querySelector('[data-coding-remove]').hidden = several.length === 1;
    row.classList.toggle('coding-part', several[0] !== row);
    coded += parse(field(row, 'net').value) ?? 0n;
    if (rest === null) unreadable = true;
    else if (!lines.has(row.dataset.line)) open += rest < 0n ? -rest : rest;
    lines.add(row.dataset.line);
  }
  grid.querySelector('[data-coding-total]').textContent = write(coded, like());
  const foot = document.querySelector('[data-coding-foot]');
  if (!foot) return;
  const rest = [...lines].reduce((all, line) => all + (left(rows().find(row => row.dataset.line === line)) ?? 0n), 0n);
  foot.textContent = grid.dataset.left.replace('#', `${unreadable ? '?' : write(rest, like())}\u00a0${grid.dataset.currency}`);
  foot.classList.toggle('open', unreadable || open !== 0n);
}

function entered() {
  balance();
  state();
  grid.closest('form').dispatchEvent(new Event('simba:entered'));
}

function put(row, name, value) {
  const input = field(row, name);
  if (input.value === value) return;
  input.value = value;
  if (name === 'account') nameAccount(input);
  touched(row);
}

function split(row) {
  const part = row.cloneNode(true);
  const rest = left(row) ?? 0n;
  part.querySelectorAll('[id]').forEach(element => element.removeAttribute('id'));
  const several = parts(row);
  several[several.length - 1].after(part);
  takeOver(part);
  touched(part);
  field(part, 'net').value = write(rest, like());
  entered();
  field(part, rest === 0n ? 'net' : 'account').focus();
}

/** Takes a part out again; its amount goes back to the part before it. */
function remove(row) {
  const several = parts(row);
  if (several.length === 1) return;
  const at = several.indexOf(row);
  const heir = several[at === 0 ? 1 : at - 1];
  const sum = (parse(field(heir, 'net').value) ?? 0n) + (parse(field(row, 'net').value) ?? 0n);
  field(heir, 'net').value = write(sum, like());
  row.remove();
  entered();
  field(heir, 'net').focus();
}

const actions = {
  copy(row, input) {
    const above = rows()[rows().indexOf(row) - 1];
    if (!above || input.name === 'net') return;
    put(row, input.name, field(above, input.name).value);
    const inputs = [...row.querySelectorAll('input.cell-input')];
    inputs[inputs.indexOf(input) + 1]?.focus();
  },
  copyDown(row, input) {
    if (input.name === 'net') return;
    rows().slice(rows().indexOf(row) + 1).forEach(below => put(below, input.name, input.value));
  },
  split: row => split(row),
  remove: row => remove(row),
  rest(row) {
    const rest = left(row);
    if (rest === null) {
      const others = parts(row).filter(part => part !== row).reduce((sum, part) => sum + (parse(field(part, 'net').value) ?? 0n), 0n);
      field(row, 'net').value = write(parse(row.dataset.lineNet) - others, like());
    } else {
      field(row, 'net').value = write((parse(field(row, 'net').value) ?? 0n) + rest, like());
    }
    touched(row);
    field(row, 'net').focus();
  },
};

/** Enter goes down a column, the arrows too where they open no list. */
function walk(event) {
  const input = event.target;
  if (!input.matches('.cell-input') || event.ctrlKey || event.altKey) return;
  const step = event.key === 'Enter' ? (event.shiftKey ? -1 : 1)
    : input.name === 'net' ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : event.key === 'ArrowUp' ? -1 : 0;
  if (!step) return;
  event.preventDefault();
  const all = rows();
  const next = all[all.indexOf(input.closest('[data-coding-row]')) + step];
  if (next) field(next, input.name).focus();
}

if (grid) {
  takeOver(grid);
  listen(grid);
  grid.addEventListener('input', event => {
    const row = event.target.closest('[data-coding-row]');
    if (!row) return;
    row.nextElementSibling?.matches('[data-coding-wrong]') && row.nextElementSibling.remove();
    event.target.removeAttribute('aria-invalid');
    event.target.classList.remove('is-invalid');
    touched(row);
    if (event.target.name === 'net') balance();
    if (event.target.name === 'account') nameAccount(event.target);
  });
  grid.addEventListener('change', event => {
    if (event.target.name !== 'net') return;
    const value = parse(event.target.value);
    if (value !== null) event.target.value = write(value, like());
  });
  grid.addEventListener('focusin', event => {
    const row = event.target.closest('[data-coding-row]');
    document.querySelectorAll('.invoice-lines tr.on').forEach(line => line.classList.remove('on'));
    const line = row && document.getElementById(`invoice-line-${row.dataset.line}`);
    line?.classList.add('on');
    line?.scrollIntoView({ block: 'nearest' });
    if (event.target.matches('.cell-input')) event.target.select();
  });
  grid.addEventListener('keydown', walk);
  grid.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button?.hasAttribute('data-coding-accept')) {
      rows().forEach(touched);
      entered();
    }
    const row = button?.closest('[data-coding-row]');
    if (button?.hasAttribute('data-coding-split')) split(row);
    if (button?.hasAttribute('data-coding-remove')) remove(row);
    const action = actions[button?.dataset.codingDo];
    const input = document.activeElement;
    const present = input?.closest?.('[data-coding-row]');
    if (action && present) {
      action(present, input);
      entered();
    }
  });
  like();
  balance();
  state();
  const wrong = grid.querySelector('.cell-input[aria-invalid=true]');
  (wrong ?? (document.activeElement === document.body ? grid.querySelector('.cell-input') : null))?.focus({ preventScroll: !wrong });
}
