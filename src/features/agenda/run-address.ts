import type { Plan, PlanLine } from '../../engine/agenda/agenda.ts';

type PracticeLine = Extract<PlanLine, { practiceId: string }>;

/** One practice after the other, as the plan has them; the runner leads from each to the next. */
export function runAddress(plan: Extract<Plan, { kind: 'plan' }>): string | null {
  const [first, ...rest] = sittingsOf(plan);
  if (first === undefined) return null;
  const then = rest.map(
    ({ practiceId, minutes, isFloor }) => `${practiceId}.${minutes}${isFloor ? 'f' : ''}`,
  );
  const words = new URLSearchParams({ minutes: String(first.minutes) });
  if (first.isFloor) words.set('floor', '1');
  if (then.length > 0) words.set('then', then.join(','));
  return `/practices/${first.practiceId}/run?${words}`;
}

type Sitting = { readonly practiceId: string; readonly minutes: number; readonly isFloor: boolean };

/** Lines of one practice that follow on each other are one sitting; the look back belongs to the last. */
function sittingsOf({ lines, minutes }: Extract<Plan, { kind: 'plan' }>): Sitting[] {
  const sittings: Sitting[] = [];
  const practised = lines.filter((line): line is PracticeLine => line.practiceId !== null);
  for (const [at, line] of practised.entries()) {
    const end = practised[at + 1]?.fromMinute ?? minutes;
    const last = sittings.at(-1);
    const length = end - line.fromMinute;
    if (last?.practiceId === line.practiceId && last.isFloor === line.isFloor)
      sittings[sittings.length - 1] = { ...last, minutes: last.minutes + length };
    else sittings.push({ practiceId: line.practiceId, minutes: length, isFloor: line.isFloor });
  }
  return sittings;
}
