/** `end` is the first byte that does not belong to it. */
export type ByteRange = { readonly start: number; readonly end: number };

/**
 * The one part that a Range header asks for. Null where it asks for several, for other units, or for nothing that could
 * be understood: then all of it is the right answer (RFC 9110, 14.2).
 */
export function byteRange(header: string, bytes: number): ByteRange | 'unsatisfiable' | null {
  const found = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/.exec(header);
  const [, first = '', last = ''] = found ?? [];
  if (found === null || (first === '' && last === '')) return null;
  if (first === '') {
    const length = Math.min(Number(last), bytes);
    return length === 0 ? 'unsatisfiable' : { start: bytes - length, end: bytes };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return null;
  if (start >= bytes) return 'unsatisfiable';
  return { start, end: last === '' ? bytes : Math.min(Number(last) + 1, bytes) };
}
