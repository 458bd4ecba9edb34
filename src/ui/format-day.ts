const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const monthAndYear = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** "1 Oct", in the time zone of the device. */
export function formatDay(at: number): string {
  return dayAndMonth.format(at);
}

/** "Oct 2019" */
export function formatMonth(at: number): string {
  return monthAndYear.format(at);
}

/** "1 Oct 2026" */
export function formatDate(at: number): string {
  return full.format(at);
}

/** "1 Oct" of this year, "1 Oct 2016" of any other. */
export function formatPastDay(at: number, now: number): string {
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? formatDay(at) : formatDate(at);
}

/** "1 Oct 2026", "1 Oct to 4 Nov 2026", "1 Oct 2025 to 4 Jan 2026" */
export function formatDays(from: number, to: number): string {
  const [first, last] = [formatDate(from), formatDate(to)];
  if (first === last) return last;
  return `${formatPastDay(from, to)} to ${last}`;
}
