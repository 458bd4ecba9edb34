/** What was typed on a line, without the blanks around and between. */
export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** With an empty line between; inside a paragraph a line break is only wrapping. */
export const paragraphs = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map(oneLine)
    .filter((part) => part !== '')
    .join('\n\n');

/** "a, b and c" */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
