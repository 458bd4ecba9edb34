import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Experiment, ExperimentPage, Notebook } from '../../features/experiments/contract.ts';
import { experimentQuery, notebookQuery, practiceQuery } from '../api/queries.ts';
import type { Known } from '../api/use-kept.ts';
import { factOf } from '../offline/fact.ts';
import { overlayPracticePage } from '../offline/overlay.ts';
import { overlayExperiments } from '../offline/overlay-experiments.ts';
import type { PendingWrite } from '../offline/pending-write.ts';
import { usePending } from '../offline/use-pending.ts';

/** One experiment, as this device knows it: also one that home has not heard of, of which nothing is known yet. */
export function useExperimentPage(id: string): Known<ExperimentPage> {
  const { data, error, isFetching, refetch } = useQuery(experimentQuery(id));
  const pending = usePending();
  const practiceId = data === undefined ? practiceOfAsked(pending, id) : null;
  const { data: practice } = useQuery({ ...practiceQuery(practiceId ?? ''), enabled: practiceId !== null });
  const laid = useMemo((): ExperimentPage | undefined => {
    if (data !== undefined) return { ...data, experiment: withPending(data.experiment, pending) };
    if (practiceId === null) return undefined;
    const page = overlayPracticePage(practice, practiceId, pending, undefined);
    const own = overlayExperiments(undefined, practiceId, pending, page?.payoffs).experiments;
    const experiment = own.find((one) => one.id === id);
    if (experiment === undefined || page === undefined) return undefined;
    return { experiment, practiceTitle: page.micromastery.title, looks: [], check: null, draws: [] };
  }, [data, practice, practiceId, pending, id]);
  return { value: useHeldEnd(laid, isFetching), error, retry: () => void refetch() };
}

function practiceOfAsked(pending: readonly PendingWrite[], id: string): string | null {
  for (const write of pending) {
    const fact = factOf(write);
    if (fact?.kind === 'experiment' && fact.id === id) return fact.body.practiceId;
  }
  return null;
}

function withPending(experiment: Experiment, pending: readonly PendingWrite[]): Experiment {
  const { experiments } = overlayExperiments({ experiments: [experiment] }, experiment.practiceId, pending);
  return experiments.find(({ id }) => id === experiment.id) ?? experiment;
}

/** Once home has the end it leaves the queue, and what home says is read again: between the two it stays as it was shown. */
function useHeldEnd(page: ExperimentPage | undefined, isReading: boolean): ExperimentPage | undefined {
  const end = page?.experiment.end ?? null;
  const [held, setHeld] = useState(end);
  if (end !== null && end !== held) setHeld(end);
  return useMemo(() => {
    if (page === undefined || end !== null || held === null || !isReading) return page;
    return { ...page, experiment: { ...page.experiment, end: held } };
  }, [page, end, held, isReading]);
}

export function useNotebook(): Known<Notebook> {
  const { data, error, refetch } = useQuery(notebookQuery);
  const pending = usePending();
  const value = useMemo(
    () =>
      data && {
        entries: data.entries.map((entry) => ({
          ...entry,
          experiment: withPending(entry.experiment, pending),
        })),
      },
    [data, pending],
  );
  return { value, error, retry: () => void refetch() };
}
