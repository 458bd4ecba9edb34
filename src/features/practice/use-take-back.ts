import { useQueryClient } from '@tanstack/react-query';
import { countFigures } from '../../engine/picture/count-words.ts';
import { newId } from '../../ui/offline/device.ts';
import { factOf } from '../../ui/offline/fact.ts';
import type { Write } from '../../ui/offline/pending-write.ts';
import { retractionOf } from '../../ui/offline/retraction.ts';
import { useHeldWrite } from '../../ui/offline/use-held-write.ts';

/** Takes an attempt back: out of sight at once, and a fact after ten seconds. */
export function useTakeBack(practiceId: string) {
  const queries = useQueryClient();
  const { hold, writes, ...held } = useHeldWrite();
  const facts = writes.map(factOf);
  const retraction = facts.find((fact) => fact?.kind === 'retraction');
  const made = facts.find((fact) => fact?.kind === 'attempt');
  const act = (does: Write | readonly Write[], words: string) =>
    hold(does, words, { onKept: () => queries.invalidateQueries({ queryKey: ['picture', practiceId] }) });
  return {
    ...held,
    act,
    hiddenId: retraction?.kind === 'retraction' ? retraction.body.attemptId : null,
    /** What stands in place of the hidden one; null where nothing does. */
    mendedTo: made?.kind === 'attempt' ? made.body.value : null,
    takeBack: (attemptId: string, number: number) =>
      act(
        retractionOf(attemptId, practiceId, newId(), new Date().toISOString()),
        `Take ${countFigures(number)} no longer counts.`,
      ),
  };
}

export type TakeBack = ReturnType<typeof useTakeBack>;
