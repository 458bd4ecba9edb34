/** Digits in groups of three, held apart by spaces of any kind, points, commas or apostrophes. */
const GROUPED = /^\d{1,3}(?:([\s.,'’])\d{3})(?:\1\d{3})*$/;
const PLAIN = /^\d*$/;

/**
 * The number that a person typed, or null if it is none. A comma is as good as a point: "7,5", "7.5",
 * "1 234,5", "1,234.5" and "−3" are all read. One lone separator is always the decimal one, so "1,234" is a
 * little over one.
 */
export function readDecimal(text: string): number | null {
  const trimmed = text.trim().replace('−', '-');
  const isNegative = trimmed.startsWith('-');
  const unsigned = isNegative || trimmed.startsWith('+') ? trimmed.slice(1).trim() : trimmed;
  const parts = splitAtDecimal(unsigned);
  if (parts === null) return null;
  const [whole, fraction] = parts;
  if (!(PLAIN.test(whole) || GROUPED.test(whole)) || !PLAIN.test(fraction)) return null;
  const digits = whole.replace(/\D/g, '');
  if (digits === '' && fraction === '') return null;
  const magnitude = Number(`${digits || '0'}.${fraction || '0'}`);
  return isNegative && magnitude !== 0 ? -magnitude : magnitude;
}

/** The last point or comma parts whole from fraction, unless the same one occurs twice: then it groups. */
function splitAtDecimal(unsigned: string): readonly [string, string] | null {
  const at = Math.max(unsigned.lastIndexOf('.'), unsigned.lastIndexOf(','));
  if (at < 0) return [unsigned, ''];
  const separator = unsigned.charAt(at);
  if (unsigned.indexOf(separator) !== at) return [unsigned, ''];
  return [unsigned.slice(0, at), unsigned.slice(at + 1)];
}
