// The posting desk: lines are added by Enter and Tab, accounts and parties found by any part of their name, amounts worked
// out in their fields; the rest, the tax and copies come by key. The server judges everything again.

import { calculate, isSum } from './calculator.js';
import { parse, write } from './figures.js';
import { choices, listen, lookUp, source, takeOver, used } from './typeahead.js';

const form = document.querySelector('[data-entry]');
const lines = form?.querySelector('[data-entry-lines]');
const AMOUNTS = ['debit', 'credit'];

/** The field somebody was in last: what a key is meant for. */
let last = null;
/** What accounts were posted with last. */
let coded = {};
/** The tax that is being computed, so that the rest waits for it. */
let underWay = Promise.resolve();

const rows = () => [...lines.querySelectorAll('[data-entry-line]')];
const field = (row, name) => row.querySelector(`[name=${name}]`);
const like = () => form.dataset.like;
const account = row => choices('accounts').find(one => one.code === field(row, 'account').value.trim());

function isEmpty(row) {
  return ['account', 'party', 'text', ...AMOUNTS].every(name => !field(row, name).value.trim());
}

function say(text, bad = false) {
  const says = form.querySelector('[data-entry-says]');
  says.textContent = text;
  says.classList.toggle('bad-ink', bad);
}

/** An amount in ten-thousandths; nothing where none stands there or none can be read. */
function amount(input) {
  const text = input.value.trim();
  return text === '' ? null : isSum(text) ? calculate(text) : parse(text);
}

/** What was typed as a sum becomes its result. */
function settle(input) {
  const value = amount(input);
  input.classList.toggle('is-invalid', input.value.trim() !== '' && value === null);
  if (value !== null) input.value = write(value, like());
  say('');
  return value;
}

function total(name, but = null) {
  return rows().filter(row => row !== but).reduce((sum, row) => sum + (amount(field(row, name)) ?? 0n), 0n);
}

function balance() {
  const debits = total('debit');
  const credits = total('credit');
  const rest = debits - credits;
  const empty = rows().every(row => AMOUNTS.every(name => !field(row, name).value.trim()));
  form.querySelector('[data-entry-debits]').textContent = write(debits, like());
  form.querySelector('[data-entry-credits]').textContent = write(credits, like());
  const state = form.querySelector('[data-entry-state]');
  const tone = empty ? 'is-mute' : rest === 0n ? 'is-good' : 'is-bad';
  state.className = `pill ${tone}`;
  state.textContent = form.dataset[empty ? 'empty' : rest === 0n ? 'balances' : 'differs'];
  const shown = form.querySelector('[data-entry-rest]');
  shown.textContent = empty || rest === 0n ? '' : `${write(rest, like())}\u00a0${form.dataset.currency}`;
  shown.classList.toggle('neg', rest < 0n);
}

/** The numbers of the lines, and their fields' names for who can't see them. */
function number() {
  rows().forEach((row, at) => {
    row.querySelector('[data-entry-number]').textContent = at + 1;
    row.querySelectorAll('[aria-label]').forEach(input => {
      input.setAttribute('aria-label', input.getAttribute('aria-label').replace(/\d+$/, at + 1));
    });
  });
}

function blank() {
  const row = rows()[0].cloneNode(true);
  row.className = '';
  row.querySelectorAll('input').forEach(input => {
    input.value = '';
    input.removeAttribute('autofocus');
    input.removeAttribute('aria-invalid');
    input.classList.remove('is-invalid');
  });
  row.querySelectorAll('.prop').forEach(cell => cell.classList.remove('prop'));
  row.querySelector('[data-entry-name]').textContent = '';
  row.querySelector('[data-entry-party]').classList.remove('on');
  takeOver(row);
  return row;
}

/** There is always an empty line to go on in. */
function roomy() {
  const all = rows();
  if (!isEmpty(all[all.length - 1])) {
    lines.append(blank());
    number();
  }
}

function entered() {
  roomy();
  balance();
  form.dispatchEvent(new Event('simba:entered'));
}

/** What stands beside the account's number, and whether the line names a party. */
function nameAccount(row) {
  const choice = account(row);
  row.querySelector('[data-entry-name]').textContent = choice?.name ?? '';
  field(row, 'account').title = choice?.name ?? '';
  row.querySelector('[data-entry-party]').classList
    .toggle('on', !!choice?.more.control || field(row, 'party').value.trim() !== '');
}

/** The side an amount is expected on: what balances, else where the account usually grows. */
function side(row) {
  const rest = total('debit', row) - total('credit', row);
  if (rest !== 0n) return rest > 0n ? 'credit' : 'debit';
  return account(row)?.more.side === 'CREDIT' ? 'credit' : 'debit';
}

function amountField(row) {
  return AMOUNTS.map(name => field(row, name)).find(input => input.value.trim()) ?? field(row, side(row));
}

function go(input) {
  input.focus();
  input.select?.();
}

function nextLine(row) {
  roomy();
  const all = rows();
  const next = all.slice(all.indexOf(row) + 1).find(isEmpty) ?? all[all.length - 1];
  go(field(next, 'account'));
}

/** Enter leads to what the line still needs, and then to the next line. */
function advance(row, from) {
  const choice = account(row);
  const steps = ['account'];
  if (choice?.more.control) steps.push('party');
  if (choice?.more.centre) steps.push('costCentre');
  if (AMOUNTS.includes(from)) {
    nextLine(row);
    return;
  }
  const rest = steps.slice(steps.indexOf(from) + 1).map(name => field(row, name)).find(input => !input.value.trim());
  go(rest ?? amountField(row));
}

function plusDays(day, count) {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return '';
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** A party brings its account, the day it is usually paid, and what the entry is about. */
function nameParty(row, party) {
  field(row, 'party').value = party.name;
  field(row, 'partyId').value = party.id;
  const due = field(row, 'dueDate');
  if (!due.value && party.days != null) due.value = plusDays(form.elements.documentDate.value, party.days);
  nameAccount(row);
  const narration = form.elements.narration;
  if (!narration.value.trim()) {
    narration.value = [party.name, form.elements.documentNumber.value.trim()].filter(Boolean).join(', ');
  }
  fetch(`${form.getAttribute('action')}/habits?party=${encodeURIComponent(party.id)}`)
    .then(answer => answer.json()).then(habits => used('accounts', habits.used)).catch(() => {});
}

function insertMade(tax) {
  rows().filter(row => field(row, 'made').value === 'true').forEach(row => row.remove());
  const all = rows();
  const after = all.filter(row => field(row, 'vatCode').value.trim()).pop() ?? all[all.length - 1];
  let place = after;
  for (const line of tax) {
    const row = blank();
    row.classList.add('made');
    field(row, 'made').value = 'true';
    field(row, 'account').value = line.account;
    field(row, 'vatCode').value = line.vatCode ?? '';
    field(row, 'costCentre').value = line.costCentre ?? '';
    field(row, 'text').value = line.text ?? '';
    field(row, line.side).value = line.amount;
    place.after(row);
    place = row;
    nameAccount(row);
  }
  number();
}

/** What the system puts in is violet until somebody touches it. */
function propose(input, value) {
  if (!value) return;
  input.value = value;
  input.closest('td').classList.add('prop');
}

/** Where no line says a VAT code, the one its account was posted with last is taken. */
function codeLines() {
  const bases = rows().filter(row => field(row, 'made').value !== 'true' && amountField(row).value.trim());
  const open = last && bases.includes(last.closest('[data-entry-line]')) ? [last.closest('[data-entry-line]')]
    : bases.some(row => field(row, 'vatCode').value.trim()) ? [] : bases;
  for (const row of open) {
    const code = field(row, 'vatCode');
    if (!code.value.trim()) propose(code, coded[field(row, 'account').value.trim()]?.vatCode);
  }
  return bases.some(row => field(row, 'vatCode').value.trim());
}

async function computeVat() {
  form.querySelectorAll(AMOUNTS.map(name => `[name=${name}]`).join()).forEach(settle);
  if (!codeLines()) {
    say(form.dataset.noVat, true);
    return;
  }
  const body = new URLSearchParams(new FormData(form));
  const from = last?.closest('[data-entry-line]');
  if (from && !isEmpty(from) && from.contains(document.activeElement)) nextLine(from);
  const answer = await fetch(`${form.getAttribute('action')}/vat-lines`, { method: 'POST', body, redirect: 'error', headers: { Accept: 'application/json' } });
  const said = await answer.json();
  if (!answer.ok) {
    say(said.detail ?? form.dataset.failed, true);
    return;
  }
  insertMade(said);
  entered();
  say(said.length ? '' : form.dataset.noVat, !said.length);
}

function copyLine(row) {
  const copy = blank();
  for (const input of row.querySelectorAll('input')) field(copy, input.name).value = input.value;
  field(copy, 'made').value = '';
  row.after(copy);
  nameAccount(copy);
  number();
  entered();
  go(amountField(copy));
}

function removeLine(row) {
  const all = rows();
  const neighbour = all[all.indexOf(row) + 1] ?? all[all.indexOf(row) - 1];
  if (!neighbour) return;
  row.remove();
  number();
  entered();
  go(field(neighbour, 'account'));
}

async function putRest(row) {
  await underWay;
  const rest = total('debit', row) - total('credit', row);
  const [to, other] = rest > 0n ? ['credit', 'debit'] : ['debit', 'credit'];
  field(row, other).value = '';
  field(row, to).value = rest === 0n ? '' : write(rest < 0n ? -rest : rest, like());
  field(row, 'made').value = '';
  entered();
  go(field(row, to));
}

const actions = {
  rest: putRest,
  vat: () => { underWay = computeVat().catch(() => say(form.dataset.failed, true)); },
  copy: copyLine,
  calculate: () => { if (AMOUNTS.includes(last?.name)) { settle(last); balance(); go(last); } },
  remove: removeLine,
};

function present() {
  const row = last?.isConnected ? last.closest('[data-entry-line]') : null;
  return row ?? rows().filter(one => !isEmpty(one)).pop() ?? rows()[0];
}

function walk(event) {
  const input = event.target;
  const row = input.closest?.('[data-entry-line]');
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (!row) {
    if (event.key === 'Enter' && input.closest?.('[data-entry-head]')) {
      event.preventDefault();
      go(field(rows().find(isEmpty) ?? rows()[0], 'account'));
    }
    return;
  }
  const all = rows();
  if (event.key === 'Enter' && event.shiftKey || event.key === 'ArrowUp' && AMOUNTS.includes(input.name)) {
    event.preventDefault();
    const above = all[all.indexOf(row) - 1];
    if (above) go(field(above, input.name));
  } else if (event.key === 'ArrowDown' && AMOUNTS.includes(input.name)) {
    event.preventDefault();
    const below = all[all.indexOf(row) + 1];
    if (below) go(field(below, input.name));
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (AMOUNTS.includes(input.name)) { settle(input); entered(); }
    advance(row, input.name);
  }
}

/** Its side is where an amount was typed last. */
function typed(event) {
  const input = event.target;
  const row = input.closest('[data-entry-line]');
  if (!row) return;
  input.removeAttribute('aria-invalid');
  input.classList.remove('is-invalid');
  input.closest('td').classList.remove('prop');
  if (AMOUNTS.includes(input.name)) {
    const other = field(row, AMOUNTS.find(name => name !== input.name));
    if (input.value.trim()) other.value = '';
    if (event.detail !== 'chosen') field(row, 'made').value = '';
    const value = isSum(input.value) ? calculate(input.value) : null;
    say(value === null ? '' : `= ${write(value, like())}`);
    balance();
  }
  if (input.name === 'account') nameAccount(row);
  if (input.name === 'party' && event.detail !== 'chosen') field(row, 'partyId').value = '';
  roomy();
}

if (form) {
  const base = form.getAttribute('action');
  source('parties', text => fetch(`${base}/parties?text=${encodeURIComponent(text)}`).then(answer => answer.json())
    .then(found => found.map(party => ({
      key: party.id,
      code: party.account ?? '',
      name: party.name,
      sought: `${party.name} ${party.taxId ?? ''}`,
      note: form.dataset[party.supplier ? 'supplier' : 'customer'],
      party,
    }))));
  lookUp('parties', '');
  fetch(`${base}/habits`).then(answer => answer.json()).then(habits => { coded = habits.coded; }).catch(() => {});
  form.querySelectorAll('[name=account]').forEach(input => { input.dataset.also = 'parties'; });
  takeOver(form);
  listen(lines);
  lines.addEventListener('input', typed);
  lines.addEventListener('change', event => {
    if (AMOUNTS.includes(event.target.name)) { settle(event.target); entered(); }
  });
  lines.addEventListener('simba:chosen', event => {
    const row = event.target.closest('[data-entry-line]');
    const { choice, key } = event.detail;
    if (choice.party) nameParty(row, choice.party);
    else nameAccount(row);
    const centre = field(row, 'costCentre');
    if (account(row)?.more.centre && !centre.value.trim()) propose(centre, coded[choice.code]?.costCentre);
    entered();
    if (key === 'Enter') advance(row, event.target.name);
  });
  form.addEventListener('focusin', event => {
    if (event.target.matches('input, select')) last = event.target;
    if (event.target.matches('.cell-input:not([type=date])')) event.target.select();
  });
  form.addEventListener('keydown', walk);
  form.addEventListener('click', event => {
    const button = event.target.closest('[data-entry-do]');
    if (!button) return;
    event.preventDefault();
    actions[button.dataset.entryDo](present());
  });
  form.addEventListener('submit', () => rows().forEach(row => AMOUNTS.forEach(name => settle(field(row, name)))));
  const template = document.querySelector('[data-entry-template]');
  template.addEventListener('toggle', () => { if (template.open) template.querySelector('select, a').focus(); });
  template.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !event.target.matches('select, input')) return;
    event.preventDefault();
    template.querySelector('button').click();
  });
  rows().forEach(nameAccount);
  entered();
}
