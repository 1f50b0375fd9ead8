// Figures as people write them, counted in whole ten-thousandths: no amount is ever a floating number.

/** 8 600,00 and 8,600.00 in ten-thousandths; null where it is no number. */
export function parse(text) {
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

/** Ten-thousandths as the page writes figures: with the mark and the grouping of a figure that came from the server. */
export function write(value, like) {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(5, '0');
  let decimals = digits.slice(-4).replace(/0+$/, '');
  decimals = decimals.padEnd(2, '0');
  const mark = like.includes(',') && like.lastIndexOf(',') > like.lastIndexOf('.') ? ',' : '.';
  const group = mark === ',' ? (like.includes('.') ? '.' : '\u00a0') : ',';
  const whole = digits.slice(0, -4).replace(/\B(?=(\d{3})+$)/g, group);
  return (negative ? '\u2212' : '') + whole + mark + decimals;
}
