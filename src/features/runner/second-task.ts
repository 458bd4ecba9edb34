import { seedOf } from '../../engine/challenge/draw-card.ts';
import { random } from '../../engine/random.ts';
import { SECOND_TASKS } from '../../ui/rub-pat/pair-sitting.ts';

/** A second task by lot; the same for a session, whenever it is asked. */
export function drawnTask(sessionId: string): string {
  const place = random(seedOf(JSON.stringify(['bottega second task 1', sessionId]))).below(
    SECOND_TASKS.length,
  );
  return SECOND_TASKS[place] ?? SECOND_TASKS[0];
}
