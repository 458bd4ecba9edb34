import { useEffect, useRef } from 'react';
import { partCalled } from '../../engine/rub-pat/pair-takes.ts';
import { usePair } from '../../ui/api/use-pair.ts';
import {
  besideSitting,
  bothSitting,
  type SetSitting,
  sittingOf,
  soloSitting,
} from '../../ui/rub-pat/pair-sitting.ts';
import type { ToldPair } from '../../ui/rub-pat/told-pair.ts';
import { useAddressWord } from '../../ui/shell/use-address.ts';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import type { RunningSession } from './running-session.ts';
import { drawnTask } from './second-task.ts';
import type { RunnerActions } from './use-runner.ts';

type RunnerPairProps = {
  readonly page: PracticePage;
  readonly session: RunningSession;
  readonly act: RunnerActions;
};

/** Sets the sitting as the address or the learner's own choice asks, once the two parts are known. Shows nothing itself. */
export function RunnerPair({ page, session, act }: RunnerPairProps): null {
  const asked = useAddressWord('pair');
  const pair = usePair(page);
  const isDone = useRef(false);
  const [whole] = page.payoffs;
  useEffect(() => {
    if (pair === null || isDone.current) return;
    isDone.current = true;
    const set = session.takes.length > 0 ? null : wantedSitting({ asked, pair, session, whole });
    if (set !== null) act.chooseWork(set);
  }, [asked, pair, session, whole, act]);
  return null;
}

type Wanted = {
  readonly asked: string | null;
  readonly pair: ToldPair;
  readonly session: Pick<RunningSession, 'sessionId' | 'work' | 'part' | 'held' | 'isFloor'>;
  readonly whole: Payoff | undefined;
};

/** Null: it stays as it is. */
export function wantedSitting({ asked, pair, session, whole }: Wanted): SetSitting | null {
  const next = pair.plan === null ? null : sittingOf(pair, pair.plan.next, whole);
  if (asked === 'next') return next;
  if (asked === 'beside') return besideSitting(drawnTask(session.sessionId));
  if (session.held !== undefined || session.isFloor) return null;
  if (session.work === 'part') {
    const part = partCalled({ a: { names: [pair.a.name] }, b: { names: [pair.b.name] } }, session.part);
    if (part === null) return null;
    return part === 'both' ? bothSitting(pair, null, whole) : soloSitting(pair, part);
  }
  return pair.leads && session.work === 'whole' ? next : null;
}
