/** From and to as HH:MM where the learner is; over midnight where `to` comes first. From and to the same: never. */
export type QuietHours = { readonly from: string; readonly to: string };

/** Whether nothing should speak to the learner by itself at this minute of their day, 0 to 1439. */
export function isQuiet(hours: QuietHours | null, minuteOfDay: number): boolean {
  if (hours === null) return false;
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)];
  if (from <= to) return minuteOfDay >= from && minuteOfDay < to;
  return minuteOfDay >= from || minuteOfDay < to;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
