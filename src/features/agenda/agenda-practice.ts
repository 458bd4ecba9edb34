import type { AgendaPractice, Place, PlanOverride } from '../../engine/agenda/agenda.ts';
import type { Bench } from '../practice/contract.ts';
import type { Agenda } from './contract.ts';

const LATELY_MILLISECONDS = 28 * 86_400_000;

/** The bench as the engine's agenda takes it. */
export function agendaPractices(
  { practices, sessions }: Pick<Bench, 'practices' | 'sessions'>,
  places: ReadonlyMap<string, Place>,
  now: number,
  experiments: Agenda['experiments'] = [],
): AgendaPractice[] {
  const tried = new Map(experiments.map((one) => [one.practiceId, one]));
  const sittings = new Map<string, number[]>();
  const lengths = new Map<string, number[]>();
  for (const { practiceId, startedAt, minutes } of sessions) {
    lengths.set(practiceId, [...(lengths.get(practiceId) ?? []), minutes]);
    const at = Date.parse(startedAt);
    if (now - at <= LATELY_MILLISECONDS) sittings.set(practiceId, [...(sittings.get(practiceId) ?? []), at]);
  }
  return practices.map((card) => ({
    id: card.id,
    title: card.title,
    place: places.get(card.id) ?? 'keep-alive',
    startedAt: Date.parse(card.startedAt),
    attemptMinutes: card.attemptMinutes,
    hasFloor: card.floor !== null,
    takes: card.attempts,
    lastPractisedAt: card.lastAttemptAt === null ? null : Date.parse(card.lastAttemptAt),
    sittingsLately: sittings.get(card.id) ?? [],
    // A device may have kept the answer of a home from before these were told.
    sittingsAWeek: card.wish?.sittingsAWeek ?? null,
    designSittingsAWeek: card.designSittingsAWeek ?? null,
    needWithin: card.needWithin ?? null,
    needRaisedAt: card.needRaisedAt == null ? null : Date.parse(card.needRaisedAt),
    lastLine: card.lastLine,
    variables: card.variables ?? [],
    usualSessionMinutes: usualOf(lengths.get(card.id) ?? []),
    field: card.field,
    wantedBy: card.wish?.wantedBy ?? null,
    ...card.standing,
    experiment: experimentOf(tried.get(card.id)),
  }));
}

function experimentOf(
  running: NonNullable<Agenda['experiments']>[number] | undefined,
): NonNullable<AgendaPractice['experiment']> | null {
  if (running === undefined) return null;
  const { variable: name, unit, wanted } = running;
  return { name, unit, wanted };
}

/** The median; of fewer than three nothing is usual. */
function usualOf(minutes: readonly number[]): number | null {
  if (minutes.length < 3) return null;
  return minutes.toSorted((a, b) => a - b)[Math.floor((minutes.length - 1) / 2)] ?? null;
}

/** Minutes of the sessions that began on this bench since Monday, as the learner's own calendar has it. */
export function minutesSince(monday: Date, sessions: Bench['sessions']): number {
  return sessions
    .filter(({ startedAt }) => Date.parse(startedAt) >= monday.getTime())
    .reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The midnight, where the learner is, on which their week began. */
export function mondayBefore(now: Date): Date {
  const daysSince = (now.getDay() + 6) % 7;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysSince);
}

/** Newest last. */
export function overridesOf({ answers }: Pick<Agenda, 'answers'>): PlanOverride[] {
  return answers
    .map((answer) => ({
      at: Date.parse(answer.answeredAt),
      day: answer.localDay,
      practiceId: answer.practiceId,
      answer: answer.answer,
      chosenId: answer.chosenPracticeId,
    }))
    .sort((a, b) => a.at - b.at);
}

/** The pause that is in force on a day; of two the one that ends last, as the plan goes by. */
export function pauseOn({ pauses }: Pick<Agenda, 'pauses'>, day: string): Agenda['pauses'][number] | null {
  const end = (pause: Agenda['pauses'][number]) => lastDayOf(pause) ?? '9999-12-31';
  const open = pauses.filter((pause) => pause.fromDay <= day && end(pause) >= day);
  return open.sort((a, b) => (end(a) < end(b) ? 1 : -1))[0] ?? null;
}

/** Its last day: as it was ended, else as it was set; null: until it is ended. */
export function lastDayOf({ untilDay, lastDay }: Agenda['pauses'][number]): string | null {
  return lastDay ?? untilDay;
}

/** As the engine takes pauses; one that was ended before it began never was. */
export function pausesOf({ pauses }: Pick<Agenda, 'pauses'>) {
  return pauses
    .map((pause) => ({ fromDay: pause.fromDay, untilDay: lastDayOf(pause) }))
    .filter(({ fromDay, untilDay }) => untilDay === null || untilDay >= fromDay);
}
