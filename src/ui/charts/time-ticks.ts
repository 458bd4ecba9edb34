const DAY = 86_400_000;
/** Steps between ticks: days up to a fortnight, then whole months, then whole years. */
const DAY_STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6];
const YEAR_STEPS = [1, 2, 5, 10, 20, 50];
const MONTH_DAYS = 30.44;
const YEAR_DAYS = 365.25;

export type TimeTick = { readonly at: number; readonly unit: 'day' | 'month' | 'year' };

/** Local midnights, firsts of months or new years between `from` and `to`, at most `most` of them. */
export function timeTicks(from: number, to: number, most: number): readonly TimeTick[] {
  const days = (to - from) / DAY;
  const roughDays = days / Math.max(1, most);
  const dayStep = DAY_STEPS.find((step) => step >= roughDays);
  if (dayStep !== undefined) return within(from, to, 'day', dayStep, most);
  const monthStep = MONTH_STEPS.find((step) => step * MONTH_DAYS >= roughDays);
  if (monthStep !== undefined) return within(from, to, 'month', monthStep, most);
  const yearStep = YEAR_STEPS.find((step) => step * YEAR_DAYS >= roughDays) ?? 100;
  return within(from, to, 'year', yearStep, most);
}

function within(
  from: number,
  to: number,
  unit: TimeTick['unit'],
  step: number,
  most: number,
): readonly TimeTick[] {
  const ticks: TimeTick[] = [];
  const start = new Date(from);
  for (let turn = 0; turn <= most + 1; turn += 1) {
    const at = startOf(start, unit, step, turn);
    if (at >= from && at <= to) ticks.push({ at, unit });
  }
  return ticks.slice(0, most);
}

/** The `turn`th start of a day, month or year counted from the one that holds `start`, in local time. */
function startOf(start: Date, unit: TimeTick['unit'], step: number, turn: number): number {
  const year = start.getFullYear();
  const month = start.getMonth();
  if (unit === 'day') return new Date(year, month, start.getDate() + turn * step).getTime();
  if (unit === 'month') return new Date(year, Math.floor(month / step) * step + turn * step, 1).getTime();
  return new Date((Math.floor(year / step) + turn) * step, 0, 1).getTime();
}
