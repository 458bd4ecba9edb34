import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiRefusal, getJson, sendForm } from '../../ui/api/api-client.ts';
import { libraryQuery } from '../../ui/api/queries.ts';
import { newId } from '../../ui/offline/device.ts';
import { passOn } from '../../ui/shell/navigation.ts';
import { useSettled } from '../../ui/use-settled.ts';
import type { Micromastery } from '../library/contract.ts';
import type {
  ImportAnswer,
  ImportMeasure,
  ImportPlan,
  ImportPreview,
  ImportRun,
  ImportTarget,
  MappingSoFar,
  PreviewPlan,
} from './contract.ts';

const PROGRESS_MILLISECONDS = 400;

/** What was chosen so far. A file is known by the id of the choice, since two may have one name. */
export type ImportChoice = {
  readonly id: string;
  readonly file: File;
  readonly mapping: MappingSoFar;
  readonly target: ImportTarget | null;
  readonly measure: ImportMeasure | null;
  readonly takeGoodRows: boolean;
};

export function choiceOf(file: File, target: ImportTarget | null): ImportChoice {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { id: newId(), file, mapping: { timeZone }, target, measure: null, takeGoodRows: false };
}

/**
 * Anything chosen anew is another import: one id stands for one file and one plan. That bad rows may be left out was said
 * of those that were seen then, and is asked again of others.
 */
export function changed(
  choice: ImportChoice,
  part: Partial<Omit<ImportChoice, 'id' | 'file'>>,
): ImportChoice {
  return { ...choice, takeGoodRows: false, ...part, id: newId() };
}

function formOf(file: File, plan: PreviewPlan | ImportPlan): FormData {
  const form = new FormData();
  form.append('file', file);
  form.append('plan', JSON.stringify(plan));
  return form;
}

/** Nothing is chosen for the learner: years of records would lie in the wrong place by one tap. */
export function isPlaced(target: ImportTarget): boolean {
  if (target.kind === 'practice') return target.practiceId !== '';
  return target.kind === 'micromastery' ? target.micromasteryId !== '' : target.title.trim() !== '';
}

const TYPING_MILLISECONDS = 300;

/** What can be read already: a name or a unit that is still empty is left to home to guess. */
function readable({ mapping, target, measure }: ImportChoice): PreviewPlan {
  const isCounted = measure !== null && measure.unit.trim() !== '';
  return {
    mapping,
    target: target !== null && isPlaced(target) ? target : null,
    measure: isCounted ? measure : null,
  };
}

/** What the file holds, read by home as it would be taken. Nothing is stored by it. */
export function useImportPreview(choice: ImportChoice) {
  const settled = useSettled(choice, TYPING_MILLISECONDS);
  const { id, file } = settled;
  const plan = readable(settled);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['import-preview', file.name, file.size, file.lastModified, plan],
    queryFn: ({ signal }) =>
      sendForm<ImportPreview>(`/api/imports/${id}/preview`, formOf(file, plan), signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  return { preview: data, error, isReading: isFetching || settled !== choice, retry: () => void refetch() };
}

export type ImportState =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'running'; readonly id: string }
  | { readonly kind: 'done'; readonly answer: ImportAnswer }
  | {
      readonly kind: 'failed';
      /** False where home stopped answering: then only home knows. */
      readonly isKnown: boolean;
      readonly title: string;
      readonly reasons: readonly string[];
    };

/** Takes the file in. Sending the same choice again is safe: what is here already is not taken twice. */
export function useImport() {
  const queries = useQueryClient();
  const [state, setState] = useState<ImportState>({ kind: 'choosing' });
  /** What had the keyboard goes with the form, or comes back with it: the heading has it next. */
  const show = (next: ImportState) => {
    passOn();
    setState(next);
  };

  async function run(
    { id, file, target, measure: chosen, takeGoodRows }: ImportChoice,
    preview: ImportPreview,
  ) {
    if (target === null || preview.mapping === null) return;
    const library = queries.getQueryData(libraryQuery.queryKey)?.micromasteries ?? [];
    const measure = asksForMeasure(target, library) ? (chosen ?? preview.measure) : null;
    show({ kind: 'running', id });
    try {
      const plan: ImportPlan = { mapping: preview.mapping, target, measure, takeGoodRows };
      const answer = await sendForm<ImportAnswer>(`/api/imports/${id}`, formOf(file, plan));
      for (const key of answer.touched) void queries.invalidateQueries({ queryKey: key.split(':') });
      show({ kind: 'done', answer });
    } catch (error) {
      show({ kind: 'failed', ...faultOf(error) });
    }
  }
  return { state, run, startAgain: () => setState({ kind: 'choosing' }) };
}

/** A practice has its measure, and most micromasteries suggest one; otherwise the learner says what is counted. */
export function asksForMeasure(target: ImportTarget, library: readonly Micromastery[]): boolean {
  if (target.kind !== 'micromastery') return target.kind === 'new';
  return library.some((design) => design.id === target.micromasteryId && design.payoff === null);
}

function faultOf(error: unknown): Omit<Extract<ImportState, { kind: 'failed' }>, 'kind'> {
  if (error instanceof ApiRefusal) {
    const { title, detail, errors = [] } = error.problem;
    return { isKnown: true, title: detail ?? title, reasons: errors.map((one) => one.message) };
  }
  return {
    isKnown: false,
    title:
      'Home stopped answering. An import is taken whole or not at all: send it again, nothing is taken twice.',
    reasons: [],
  };
}

/** A shorter import is over before it could be read how far it is. */
const FIRST_LOOK_MILLISECONDS = 1_000;

/** How far a running import is; undefined until home first says so. */
export function useImportProgress(id: string): ImportRun | undefined {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), FIRST_LOOK_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  const { data } = useQuery({
    queryKey: ['import', id],
    queryFn: () => getJson<ImportRun>(`/api/imports/${id}`),
    enabled: isDue,
    refetchInterval: PROGRESS_MILLISECONDS,
    staleTime: 0,
    gcTime: 0,
  });
  return data;
}
