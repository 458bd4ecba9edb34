import { useState } from 'react';
import { leaveToQueue, record } from '../../ui/offline/record.ts';
import type { Experiment, ExperimentEndBody } from './contract.ts';

/** Ends an experiment once; what was pressed first holds. */
export function useEndExperiment({ id, practiceId, end }: Experiment) {
  const [wasEndedHere, setEndedHere] = useState(false);

  function endAs(outcome: ExperimentEndBody['outcome'], adoptedLevel: string | null): void {
    if (end !== null || wasEndedHere) return;
    setEndedHere(true);
    const body: ExperimentEndBody = { outcome, adoptedLevel, note: null, endedAt: new Date().toISOString() };
    record([{ path: `/api/experiments/${id}/end`, body, practiceId }]).catch(leaveToQueue);
  }

  return { wasEndedHere, endAs };
}
