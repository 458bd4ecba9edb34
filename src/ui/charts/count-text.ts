const number = new Intl.NumberFormat('en');

/** A count, or the number of a take, in figures: "16,075". */
export function countText(count: number): string {
  return number.format(count);
}
