import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { commitmentText } from '../../engine/trial/assignment.ts';
import { pictureQuery } from '../../ui/api/queries.ts';
import { newId } from '../../ui/offline/device.ts';
import { record } from '../../ui/offline/record.ts';
import { sha256Hex } from '../../ui/sha256-bytes.ts';
import { goTo } from '../../ui/shell/navigation.ts';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import {
  type AskedDraft,
  type AskedFault,
  draftFor,
  NO_DIFFERENCE,
  READY_MADE,
  readAsked,
  type Variable,
} from './asked-experiment.ts';
import type { ExperimentBody } from './contract.ts';

export const OWN = 'something of your own';
const OWN_VARIABLE: Variable = { name: '', levels: ['', ''] };

/** About where the learner is now, as far as it can be told. */
export function useNow(
  page: PracticePage,
  payoff: Payoff,
): { readonly now: number | null; readonly isKnown: boolean } {
  const { data, error } = useQuery(pictureQuery(page.card.id));
  const latest = data?.picture?.latest;
  const { low, high } = payoff.target;
  const now = latest !== undefined && 'median' in latest ? latest.median : (low ?? high);
  return { now, isKnown: data !== undefined || error !== null };
}

/** The form: what is filled in, what is wrong with it, and its beginning. */
export function useAsked(page: PracticePage, payoff: Payoff, now: number | null, first: string | null) {
  const variables = [...page.micromastery.experiments, ...READY_MADE];
  const startWith = variables.find(({ name }) => name === first) ?? variables[0] ?? OWN_VARIABLE;
  const [chosen, setChosen] = useState(startWith.name);
  const [draft, setDraft] = useState(() => draftFor(startWith, payoff, now));
  const [faults, setFaults] = useState<readonly AskedFault[]>([]);
  const [isBusy, setBusy] = useState(false);

  function change(more: Partial<AskedDraft>) {
    setDraft((known) => heldTogether({ ...known, ...more }));
    const touched = Object.keys(more);
    setFaults((all) => all.filter(({ field }) => !touched.includes(field)));
  }
  function choose(name: string) {
    setChosen(name);
    setFaults([]);
    const { smallest, reference } = draft;
    const variable = variables.find((one) => one.name === name) ?? OWN_VARIABLE;
    setDraft({ ...draftFor(variable, payoff, now), smallest, reference });
  }
  async function begin(): Promise<void> {
    const read = readAsked(draft, payoff);
    if ('faults' in read) {
      setFaults(read.faults);
      return;
    }
    if (isBusy) return;
    setBusy(true);
    const id = newId();
    const body = agreed(read.terms, { practiceId: page.card.id, payoffId: payoff.id });
    try {
      await record([{ path: `/api/experiments/${id}`, body }]);
      await goTo(`/experiments/${id}?practice=${page.card.id}`, { instead: true });
    } finally {
      setBusy(false);
    }
  }
  return { draft, faults, change, choose, chosen, variables, begin, isBusy };
}

/** A prediction of a setting that is left out is none. */
function heldTogether(draft: AskedDraft): AskedDraft {
  const isThere = draft.levels.includes(draft.predicted) && !draft.leftOut.includes(draft.predicted);
  return isThere ? draft : { ...draft, predicted: NO_DIFFERENCE };
}

const SEED_BYTES = 32;

/** The seed is made in this moment and never chosen: its commitment is fixed before anything is drawn. */
function agreed(
  terms: Omit<ExperimentBody, 'practiceId' | 'payoffId' | 'seed' | 'commitment' | 'startedAt'>,
  ids: Pick<ExperimentBody, 'practiceId' | 'payoffId'>,
): ExperimentBody {
  const bytes = crypto.getRandomValues(new Uint8Array(SEED_BYTES));
  const seed = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const commitment = sha256Hex(commitmentText(terms, seed));
  return { ...ids, ...terms, seed, commitment, startedAt: new Date().toISOString() };
}
