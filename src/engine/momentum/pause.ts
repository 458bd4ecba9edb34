import { dayNumber, type LocalDay } from './local-day.ts';

/** Days without practice that were meant so: from the first to the last, both among them; null: until it is ended. */
export type Pause = { readonly fromDay: LocalDay; readonly untilDay: LocalDay | null };

type Span = { readonly from: number; readonly until: number };

const spanOf = ({ fromDay, untilDay }: Pause): Span => ({
  from: dayNumber(fromDay),
  until: untilDay === null ? Number.POSITIVE_INFINITY : dayNumber(untilDay),
});

/** Of the pauses that hold `day`, the one that ends last; null where none does. */
export function pauseOn(pauses: readonly Pause[], day: number): Pause | null {
  const holding = pauses
    .filter((pause) => spanOf(pause).from <= day && day <= spanOf(pause).until)
    .sort((a, b) => spanOf(b).until - spanOf(a).until);
  return holding[0] ?? null;
}

/** The first day of a pause that holds `day`, as a number; null where none does. */
export function pausedSince(pauses: readonly Pause[], day: number): number | null {
  const spans = pauses.map(spanOf).filter(({ from, until }) => from <= day && day <= until);
  return spans.length === 0 ? null : Math.min(...spans.map(({ from }) => from));
}

/** How many days after one day and before another were paused; a day of two pauses counts once. */
export function pausedDaysBetween(pauses: readonly Pause[], after: number, before: number): number {
  let next = after + 1;
  let paused = 0;
  for (const { from, until } of pauses.map(spanOf).sort((a, b) => a.from - b.from)) {
    const last = Math.min(until, before - 1);
    const first = Math.max(from, next);
    if (last < first) continue;
    paused += last - first + 1;
    next = last + 1;
  }
  return paused;
}
