import type { Agenda, Pause, Placing, PlanAnswer } from '../../features/agenda/contract.ts';
import { factOf } from './fact.ts';
import { isNewer } from './overlay-card.ts';
import type { PendingWrite } from './pending-write.ts';

const NOTHING: Agenda = { placings: [], answers: [], pauses: [] };

/** With places, answers and pauses that home has not heard of. */
export function overlayAgenda(agenda: Agenda | undefined, pending: readonly PendingWrite[]): Agenda {
  const home = agenda ?? NOTHING;
  const places = new Map(home.placings.map((placing) => [placing.practiceId, placing]));
  const answers = new Map(home.answers.map((answer) => [answer.id, answer]));
  const pauses = new Map(home.pauses.map((pause) => [pause.id, pause]));
  let isChanged = false;
  for (const write of pending) isChanged = layOne(write, places, answers, pauses) || isChanged;
  if (!isChanged) return home;
  return {
    ...home,
    placings: [...places.values()],
    answers: [...answers.values()].sort((a, b) => Date.parse(b.answeredAt) - Date.parse(a.answeredAt)),
    pauses: [...pauses.values()].sort((a, b) => (a.fromDay < b.fromDay ? 1 : -1)),
  };
}

function layOne(
  write: PendingWrite,
  places: Map<string, Placing>,
  answers: Map<string, PlanAnswer>,
  pauses: Map<string, Pause>,
): boolean {
  const fact = factOf(write);
  switch (fact?.kind) {
    case 'placing':
      if (!isNewer(fact.body.placedAt, places.get(fact.body.practiceId)?.placedAt)) return false;
      places.set(fact.body.practiceId, { ...fact.body, id: fact.id });
      return true;
    case 'plan-answer':
      answers.set(fact.id, { ...fact.body, id: fact.id });
      return true;
    case 'pause':
      pauses.set(fact.id, { lastDay: null, ...pauses.get(fact.id), ...fact.body, id: fact.id });
      return true;
    case 'pause-end': {
      const pause = pauses.get(fact.id);
      if (pause !== undefined) pauses.set(fact.id, { ...pause, lastDay: fact.body.lastDay });
      return pause !== undefined;
    }
    default:
      return false;
  }
}
