const MINUTE = 60_000;
const DAY = 86_400_000;
/** Every zone changes its clock on a quarter of an hour, so that one look-up serves all moments inside it. */
const BUCKET = 15 * MINUTE;
const BUCKETS_KEPT = 20_000;

/** Milliseconds since 1970 throughout; a wall time is what a clock on the wall showed, counted as if it were UTC. */
export type Zone = {
  /** What the wall clock was ahead of UTC by. */
  offsetAt(moment: number): number;
  /**
   * A wall time that occurs twice (the clock was put back) is taken as the first; one that never occurred (the clock was
   * put forward) as that much later.
   */
  momentOf(wall: number): number;
};

export function openZone(timeZone: string): Zone {
  if (timeZone === 'UTC') return { offsetAt: () => 0, momentOf: (wall) => wall };
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const known = new Map<number, number>();

  function offsetAt(moment: number): number {
    const bucket = Math.floor(moment / BUCKET);
    const cached = known.get(bucket);
    if (cached !== undefined) return cached;
    const start = bucket * BUCKET;
    const parts = new Map(format.formatToParts(start).map((part) => [part.type, Number(part.value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const wall = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
    if (known.size >= BUCKETS_KEPT) known.clear();
    known.set(bucket, wall - start);
    return wall - start;
  }

  return {
    offsetAt,
    momentOf: (wall) => {
      const before = offsetAt(wall - DAY);
      const candidates = [wall - before, wall - offsetAt(wall + DAY)].sort((a, b) => a - b);
      return candidates.find((moment) => moment + offsetAt(moment) === wall) ?? wall - before;
    },
  };
}

/** Rows of one day mostly come together. */
let lastDay = { number: Number.NaN, text: '' };

export function dayOf(wall: number): string {
  const number = Math.floor(wall / DAY);
  if (number !== lastDay.number) lastDay = { number, text: new Date(wall).toISOString().slice(0, 10) };
  return lastDay.text;
}
