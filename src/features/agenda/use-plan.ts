import { useMemo, useState } from 'react';
import type { Plan } from '../../engine/agenda/plan.ts';
import { planMinutes } from '../../engine/agenda/plan-minutes.ts';
import { isQuiet } from '../../engine/agenda/quiet-hours.ts';
import { placesOfBench } from '../../ui/agenda/use-places.ts';
import { useAgenda } from '../../ui/api/use-agenda.ts';
import { localDay, newId } from '../../ui/offline/device.ts';
import { leaveToQueue, record } from '../../ui/offline/record.ts';
import { useSettings } from '../../ui/settings.ts';
import type { Bench } from '../practice/contract.ts';
import {
  agendaPractices,
  minutesSince,
  mondayBefore,
  overridesOf,
  pauseOn,
  pausesOf,
} from './agenda-practice.ts';
import type { Agenda, Place, PlanAnswerBody } from './contract.ts';

export type BenchAgenda = {
  readonly agenda: Agenda;
  readonly places: ReadonlyMap<string, Place>;
  readonly today: string;
  /** In force today. */
  readonly pause: Agenda['pauses'][number] | null;
  /** Nothing is suggested by itself now, until it is asked for. */
  readonly isQuiet: boolean;
  readonly reserveDaysAWeek: number;
  readonly saysWhatIsNext: boolean;
  readonly usualMinutes: number;
  planFor(minutes: number): Plan;
  /** A plan all the same, beyond the minutes of the week. */
  planBeyondWeek(): void;
  /** Takes something else than what was offered: one that was chosen, or whatever comes next. */
  answer(offeredId: string, chosenId: string | null, minutes: number): Promise<void>;
};

/** What the bench is planned by. `chosenId`: the one that the learner works on, where they want no suggestion. */
export function useBenchAgenda(bench: Bench, now: Date, chosenId: string | null): BenchAgenda {
  const { agenda } = useAgenda();
  const settings = useSettings();
  const { focusLimit: focus, keepAliveLimit: keepAlive, saysWhatIsNext, weeklyMinutes, mixes } = settings;
  const today = localDay(now);
  const [beyondWeekOn, setBeyondWeekOn] = useState<string | null>(null);
  const capMinutes = beyondWeekOn === today ? null : weeklyMinutes;
  const places = useMemo(
    () => placesOfBench(bench.practices, agenda, { focus, keepAlive }),
    [bench.practices, agenda, focus, keepAlive],
  );
  const input = useMemo(() => {
    const all = agendaPractices(bench, places, now.getTime(), agenda.experiments);
    const wanted = all.filter(({ id }) => id === (chosenId ?? bench.practices[0]?.id));
    return {
      now: now.getTime(),
      today,
      // Without suggestions the learner’s own choice is the plan, wherever it stands.
      practices: saysWhatIsNext ? all : wanted.map((one) => ({ ...one, place: 'focus' as const })),
      overrides: saysWhatIsNext ? overridesOf(agenda) : [],
      pauses: pausesOf(agenda),
      mixes,
      week:
        capMinutes === null
          ? null
          : { capMinutes, practisedMinutes: minutesSince(mondayBefore(now), bench.sessions) },
    };
  }, [bench, places, agenda, now, today, chosenId, saysWhatIsNext, mixes, capMinutes]);

  return {
    agenda,
    places,
    today,
    pause: pauseOn(agenda, today),
    isQuiet: isQuiet(settings.quietHours, now.getHours() * 60 + now.getMinutes()),
    reserveDaysAWeek: settings.reserveDaysAWeek,
    saysWhatIsNext,
    usualMinutes: settings.usualMinutes,
    planFor: (minutes) => planMinutes({ ...input, minutes }),
    planBeyondWeek: () => setBeyondWeekOn(today),
    answer: (offeredId, chosenPracticeId, minutes) => {
      const body: PlanAnswerBody = {
        practiceId: offeredId,
        answer: 'something-else',
        chosenPracticeId,
        minutes,
        localDay: today,
        answeredAt: new Date().toISOString(),
      };
      return record([{ path: `/api/plan-answers/${newId()}`, body }]).catch(leaveToQueue);
    },
  };
}
