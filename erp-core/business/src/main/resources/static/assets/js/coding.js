// Coding an invoice: what the system proposed is violet until touched or accepted, Alt+C copies the cell above, a line can
// be split, and the balance follows every figure. The server checks everything again.

const grid = document.querySelector('[data-coding]');

/** 8 600,00 and 8,600.00 in ten-thousandths; null where it is no number. */
function parse(text) {
  let bare = text.replace(/[\s\u00a0\u202f']/g, '').replace('\u2212', '-');
  const comma = bare.lastIndexOf(',');
  const point = bare.lastIndexOf('.');
  if (comma > point) bare = bare.replace(/\./g, '').replace(',', '.');
  else bare = bare.replace(/,/g, '');
  const match = /^(-?)(\d*)(?:\.(\d{0,4}))?$/.exec(bare);
  if (!match || (!match[2] && !match[3])) return null;
  const value = BigInt((match[2] || '0') + (match[3] ?? '').padEnd(4, '0'));
  return match[1] ? -value : value;
}

/** Ten-thousandths as the page writes figures: with the mark and the grouping of the total that came from the server. */
function write(value, like) {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(5, '0');
  let decimals = digits.slice(-4).replace(/0+$/, '');
  decimals = decimals.padEnd(2, '0');
  const mark = like.includes(',') && like.lastIndexOf(',') > like.lastIndexOf('.') ? ',' : '.';
  const group = mark === ',' ? (like.includes('.') ? '.' : '\u00a0') : ',';
  const whole = digits.slice(0, -4).replace(/\B(?=(\d{3})+$)/g, group);
  return (negative ? '\u2212' : '') + whole + mark + decimals;
}

function rows() {
  return [...grid.querySelectorAll('[data-coding-row]')];
}

function touched(cell) {
  cell.classList.remove('prop');
  state();
}

/** The account's name beside its number, from the list of accounts. */
function nameAccount(field) {
  const option = [...document.querySelectorAll('#coding-accounts option')].find(one => one.value === field.value.trim());
  const shown = field.closest('td').querySelector('[data-coding-name]');
  shown.textContent = option ? option.textContent.slice(option.value.length + 1) : '';
  field.title = shown.textContent;
}

function state() {
  const open = rows().filter(row => row.querySelector('.prop')).length;
  const pill = grid.querySelector('[data-coding-state]');
  pill.classList.toggle('is-prop', open > 0);
  pill.classList.toggle('is-good', open === 0);
  pill.textContent = open > 0
    ? grid.dataset.propLabel.replace('#1', open).replace('#2', rows().length)
    : grid.dataset.doneLabel;
}

function balance() {
  const total = grid.querySelector('[data-coding-total]');
  const like = total.dataset.like ?? (total.dataset.like = total.textContent);
  const wanted = new Map();
  let coded = 0n;
  let wrong = false;
  for (const row of rows()) {
    const net = parse(row.querySelector('[name=net]').value);
    if (net === null) wrong = true;
    else coded += net;
    wanted.set(row.dataset.line, parse(row.dataset.lineNet));
    wanted.set(row.dataset.line + ' coded', (wanted.get(row.dataset.line + ' coded') ?? 0n) + (net ?? 0n));
  }
  let difference = 0n;
  for (const row of rows()) {
    const off = wanted.get(row.dataset.line + ' coded') !== wanted.get(row.dataset.line);
    row.querySelector('[name=net]').classList.toggle('is-invalid', off);
  }
  for (const [line, net] of wanted) {
    if (!line.endsWith(' coded')) difference += wanted.get(line + ' coded') - net;
  }
  total.textContent = write(coded, like);
  const shown = grid.querySelector('[data-coding-difference]');
  shown.textContent = wrong ? '?' : write(difference, like);
  shown.classList.toggle('neg', wrong || difference !== 0n);
}

function split(row) {
  const part = row.cloneNode(true);
  const taken = rows().filter(other => other.dataset.line === row.dataset.line)
    .reduce((sum, other) => sum + (parse(other.querySelector('[name=net]').value) ?? 0n), 0n);
  const rest = parse(row.dataset.lineNet) - taken;
  part.querySelectorAll('.prop').forEach(cell => cell.classList.remove('prop'));
  part.querySelectorAll('[id]').forEach(element => element.removeAttribute('id'));
  part.querySelector('[name=net]').value = write(rest, grid.querySelector('[data-coding-total]').dataset.like);
  row.after(part);
  balance();
  state();
  part.querySelector('[name=account]').focus();
}

function copyFromAbove() {
  const field = document.activeElement;
  const row = field?.closest?.('[data-coding-row]');
  const above = row?.previousElementSibling;
  if (!above || !field.name || field.name === 'net') return;
  field.value = above.querySelector(`[name=${field.name}]`).value;
  touched(field.closest('td'));
  if (field.name === 'account') nameAccount(field);
  const inputs = [...row.querySelectorAll('input.cell-input')];
  inputs[inputs.indexOf(field) + 1]?.focus();
}

if (grid) {
  grid.addEventListener('input', event => {
    const cell = event.target.closest('td');
    if (cell?.classList.contains('prop')) touched(cell);
    if (event.target.name === 'net') balance();
    if (event.target.name === 'account') nameAccount(event.target);
  });
  grid.addEventListener('focusin', event => {
    const row = event.target.closest('[data-coding-row]');
    document.querySelectorAll('.invoice-lines tr.on').forEach(line => line.classList.remove('on'));
    if (row) document.getElementById(`invoice-line-${row.dataset.line}`)?.classList.add('on');
    if (event.target.matches('.cell-input')) event.target.select();
  });
  grid.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button?.hasAttribute('data-coding-accept')) {
      grid.querySelectorAll('.prop').forEach(cell => { if (cell.matches('td')) cell.classList.remove('prop'); });
      state();
    }
    if (button?.hasAttribute('data-coding-split')) split(button.closest('[data-coding-row]'));
    if (button?.hasAttribute('data-coding-copy')) copyFromAbove();
  });
  balance();
}
