import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatValue } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import { getJson, Unreachable } from '../../ui/api/api-client.ts';
import { newId } from '../../ui/offline/device.ts';
import { overlayAttempts } from '../../ui/offline/overlay.ts';
import type { Write } from '../../ui/offline/pending-write.ts';
import { queueView } from '../../ui/offline/queue.ts';
import { retractionOf } from '../../ui/offline/retraction.ts';
import { pendingOf } from '../../ui/offline/use-pending.ts';
import type { AttemptBody, AttemptList, AttemptRow, RemarkBody } from './contract.ts';
import type { TakeBack } from './use-take-back.ts';

type Mending = { readonly id: string; readonly number: number; readonly value: number };

const NOT_HERE =
  'This device does not have all of that take, and home cannot be reached. Mend it when it can.';

/** Puts the value that was meant in the place of a slip, with the undo of whoever takes takes back. */
export function useMending(practiceId: string, measure: Measure, { act }: Pick<TakeBack, 'act'>) {
  const queries = useQueryClient();
  const [fault, setFault] = useState<string | null>(null);
  const mend = async ({ id, number, value }: Mending) => {
    setFault(null);
    try {
      const take = await findTake(queries, practiceId, id);
      const words = `Take ${countFigures(number)} is ${formatValue(measure, value)} now.`;
      act(mendingOf(take, value, new Date()), words);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      setFault(error instanceof Unreachable ? NOT_HERE : error.message);
    }
  };
  return { mend, fault };
}

/** Whole, with what was said of it: from what this device has or, of long ago, from home. */
async function findTake(queries: QueryClient, practiceId: string, id: string): Promise<AttemptRow> {
  const pending = pendingOf(queueView().writes);
  const among = (list: AttemptList | undefined) =>
    overlayAttempts(list, practiceId, pending).attempts.find((one) => one.id === id);
  const known = queries
    .getQueriesData<AttemptList>({ queryKey: ['attempts', practiceId] })
    .map(([, list]) => among(list))
    .find((one) => one !== undefined);
  if (known !== undefined) return known;
  const take = await getJson<AttemptRow>(`/api/attempts/${id}`);
  return among({ attempts: [take], next: null }) ?? take;
}

/**
 * The same take with another value: made anew in its place, with what was said of it, and then the first one taken back. No fact is
 * changed.
 */
export function mendingOf(take: AttemptRow, value: number, now: Date): readonly Write[] {
  const { id, isFloor: _, remarks, ...body } = take;
  const attemptId = newId();
  const at = now.toISOString();
  const said = remarks.map(({ feel, text, tags }): Write => {
    const remark: RemarkBody = { attemptId, replacesId: null, feel, text, tags, writtenAt: at };
    return { path: `/api/remarks/${newId()}`, body: remark, practiceId: take.practiceId };
  });
  return [
    { path: `/api/attempts/${attemptId}`, body: { ...body, value } satisfies AttemptBody },
    ...said,
    retractionOf(id, take.practiceId, newId(), at),
  ];
}
