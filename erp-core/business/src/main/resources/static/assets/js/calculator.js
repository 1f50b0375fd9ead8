// A calculator for amount fields: 120*1,23 or (100+20)/3 or 1 230-7%. Exact fractions until the end, then rounded to cents,
// half away from zero.

const CENT = 100n;
const TOKEN = /\s*(?:(\d[\d\s\u00a0\u202f']*(?:[.,]\d+)*|[.,]\d+)|([-+*/()%\u2212\u00d7:]))/y;
const ALIKE = { '\u2212': '-', '\u00d7': '*', ':': '/' };

/** Whether there is anything to work out. */
export function isSum(text) {
  return /^\s*=|[+*/()%\u00d7:]|[\d)\s][-\u2212]/.test(text);
}

function fraction(text) {
  let bare = text.replace(/[\s\u00a0\u202f']/g, '');
  const mark = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'));
  const decimals = mark < 0 ? '' : bare.slice(mark + 1);
  const whole = (mark < 0 ? bare : bare.slice(0, mark)).replace(/[.,]/g, '');
  return { over: BigInt(whole + decimals || '0'), under: 10n ** BigInt(decimals.length) };
}

function tokens(text) {
  const found = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return null;
    found.push(match[1] ? fraction(match[1].trim()) : ALIKE[match[2]] ?? match[2]);
  }
  return found;
}

const plus = (a, b) => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under });
const times = (a, b) => ({ over: a.over * b.over, under: a.under * b.under });
const minus = a => ({ over: -a.over, under: a.under });

/** One expression after the other, as at school; throws where there is none. */
class Reading {
  constructor(list) {
    this.list = list;
  }

  take(...wanted) {
    return wanted.includes(this.list[0]) ? this.list.shift() : null;
  }

  sum() {
    let value = this.product();
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-')) {
      let next = this.product();
      // 100+23% is 123, as on a desk calculator.
      if (this.take('%')) next = times(value, { over: next.over, under: next.under * 100n });
      value = plus(value, sign === '+' ? next : minus(next));
    }
    return value;
  }

  product() {
    let value = this.factor();
    for (let sign = this.take('*', '/'); sign; sign = this.take('*', '/')) {
      let next = this.factor();
      if (this.take('%')) next = { over: next.over, under: next.under * 100n };
      if (sign === '/' && next.over === 0n) throw new RangeError('by zero');
      value = times(value, sign === '*' ? next : { over: next.over < 0n ? -next.under : next.under, under: next.over < 0n ? -next.over : next.over });
    }
    return value;
  }

  factor() {
    if (this.take('-')) return minus(this.factor());
    if (this.take('+')) return this.factor();
    if (this.take('(')) {
      const value = this.sum();
      if (!this.take(')')) throw new SyntaxError('open');
      return value;
    }
    const value = this.list.shift();
    if (typeof value !== 'object') throw new SyntaxError('no number');
    return value;
  }
}

/** What comes out, in ten-thousandths and rounded to cents; null where it can't be worked out. */
export function calculate(text) {
  const list = tokens(text.replace(/^\s*=/, '').trimEnd());
  if (!list?.length) return null;
  try {
    const reading = new Reading(list);
    const value = reading.sum();
    if (reading.list.length) return null;
    const doubled = value.over * CENT * 2n;
    const cents = ((doubled < 0n ? -doubled : doubled) / value.under + 1n) / 2n;
    return (value.over < 0n ? -cents : cents) * 100n;
  } catch {
    return null;
  }
}
