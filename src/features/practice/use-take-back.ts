import { useQueryClient } from '@tanstack/react-query';
import { countFigures } from '../../engine/picture/count-words.ts';
import { newId } from '../../ui/offline/device.ts';
import { factOf } from '../../ui/offline/fact.ts';
import { retractionOf } from '../../ui/offline/retraction.ts';
import { useHeldWrite } from '../../ui/offline/use-held-write.ts';

/** Takes an attempt back: out of sight at once, and a fact after ten seconds. */
export function useTakeBack(practiceId: string) {
  const queries = useQueryClient();
  const { hold, writes, ...held } = useHeldWrite();
  const [fact] = writes.map(factOf);
  return {
    ...held,
    hiddenId: fact?.kind === 'retraction' ? fact.body.attemptId : null,
    takeBack: (attemptId: string, number: number) =>
      hold(
        retractionOf(attemptId, practiceId, newId(), new Date().toISOString()),
        `Take ${countFigures(number)} no longer counts.`,
        { onKept: () => queries.invalidateQueries({ queryKey: ['picture', practiceId] }) },
      ),
  };
}

export type TakeBack = ReturnType<typeof useTakeBack>;
