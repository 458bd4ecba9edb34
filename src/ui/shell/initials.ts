/** "NB" of Nadia Brandt, "N" of Nadia: the first letters of the first and the last name. */
export function initialsOf(name: string): string {
  const names = name.trim().split(/\s+/);
  const first = names[0] ?? '';
  const last = names.length > 1 ? (names.at(-1) ?? '') : '';
  return [first, last].map((part) => Array.from(part)[0]?.toUpperCase() ?? '').join('');
}
