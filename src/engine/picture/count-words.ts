const SMALL = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const figures = new Intl.NumberFormat('en');

/** A count of what was made, or the number of a take, in figures: "9", "14,163". */
export function countFigures(count: number): string {
  return figures.format(count);
}

/** A count of what is still to come, written out where it is small, as the chart does: "two more takes". */
export function countWords(count: number): string {
  return SMALL[count] ?? countFigures(count);
}
