import { type FormEvent, useEffect, useId, useRef } from 'react';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { ActionBar } from '../../ui/parts/ActionBar.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import styles from './Ask.module.css';
import { AskLevels } from './AskLevels.tsx';
import {
  type AskedDraft,
  NO_DIFFERENCE,
  needsReference,
  smallestUnit,
  usedLevels,
} from './asked-experiment.ts';
import { OWN, useAsked } from './use-asked.ts';

type AskFormProps = {
  readonly page: PracticePage;
  readonly payoff: Payoff;
  readonly now: number | null;
  /** What was tapped on the way here. */
  readonly first: string | null;
  /** Variables that are tried out already. */
  readonly taken: readonly string[];
};

/** Filled in from one choice, so that the second tap begins; every word of it can be changed before. */
export function AskForm({ page, payoff, now, first, taken }: AskFormProps) {
  const asked = useAsked(page, payoff, now, first);
  const { draft, faults, change, chosen } = asked;
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (faults.length > 0) element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [faults]);
  const faultOf = (field: keyof AskedDraft) => faults.find((fault) => fault.field === field)?.message;
  const isTaken = taken.includes(draft.variable.trim());

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isTaken) void asked.begin();
  }
  return (
    <form ref={element} onSubmit={submit} noValidate className={styles.form}>
      <Segmented
        className={styles.variables}
        legend="What changes from take to take"
        segments={[...asked.variables.map(({ name }) => name), OWN].map((name) => ({
          value: name,
          label: sentenceCase(name),
          ...(taken.includes(name) && { disabledWhy: `${sentenceCase(name)} is being tried out already.` }),
        }))}
        value={chosen === '' ? OWN : chosen}
        onChoose={(name) => asked.choose(name === OWN ? '' : name)}
      />
      <AskLevels
        draft={draft}
        isOwn={chosen === ''}
        nameFault={isTaken ? 'This is being tried out already.' : faultOf('variable')}
        levelsFault={faultOf('levels')}
        onChange={change}
      />
      <Prediction draft={draft} onChange={change} />
      <Matters draft={draft} payoff={payoff} faultOf={faultOf} onChange={change} />
      <Segmented
        legend="The lot falls anew"
        segments={[
          { value: 'attempt', label: 'For every take' },
          { value: 'session', label: 'For every session' },
        ]}
        value={draft.unit}
        onChoose={(unit) => change({ unit })}
      />
      <More draft={draft} onChange={change} />
      <div className={styles.go}>
        <ActionBar>
          <Button kind="hot" size="big" submit busy={asked.isBusy} busyText="Beginning">
            Begin the experiment
          </Button>
        </ActionBar>
        <p className="cap">
          A secret number is made when you begin, and its fingerprint shown. All draws follow from it: nobody
          can choose them afterwards, and at the end anybody can check.
        </p>
      </div>
    </form>
  );
}

type PartProps = { readonly draft: AskedDraft; readonly onChange: (more: Partial<AskedDraft>) => void };

const SURE = [
  { value: '0.5', label: 'A guess' },
  { value: '0.7', label: 'Seven in ten' },
  { value: '0.9', label: 'Nine in ten' },
] as const;

function Prediction({ draft, onChange }: PartProps) {
  return (
    <div className={styles.pair}>
      <Segmented
        legend="Best will be"
        segments={[
          ...usedLevels(draft).map((level) => ({ value: level, label: sentenceCase(level) })),
          { value: NO_DIFFERENCE, label: 'No difference' },
        ]}
        value={draft.predicted}
        onChoose={(predicted) => onChange({ predicted })}
      />
      <Segmented
        legend="How sure you are of it"
        segments={SURE}
        value={SURE.find(({ value }) => Number(value) === draft.confidence)?.value ?? null}
        onChoose={(confidence) => onChange({ confidence: Number(confidence) })}
      />
    </div>
  );
}

type MattersProps = PartProps & {
  readonly payoff: Payoff;
  readonly faultOf: (field: keyof AskedDraft) => string | undefined;
};

function Matters({ draft, payoff, faultOf, onChange }: MattersProps) {
  return (
    <div className={styles.pair}>
      <TextField
        label={`The smallest difference you would notice, in ${smallestUnit(payoff)}`}
        hint="Below it, it does not matter to you which one you take."
        text={draft.smallest}
        onText={(smallest) => onChange({ smallest })}
        error={faultOf('smallest')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
      />
      {needsReference(payoff) && (
        <TextField
          label="About where you are now"
          hint="Differences are told as they are there."
          text={draft.reference}
          onText={(reference) => onChange({ reference })}
          error={faultOf('reference')}
          autoComplete="off"
          maxLength={20}
        />
      )}
    </div>
  );
}

function More({ draft, onChange }: PartProps) {
  const id = useId();
  const box = (field: 'hasWarmUp' | 'isLearning', words: string) => (
    <p>
      <input
        id={`${id}-${field}`}
        type="checkbox"
        checked={draft[field]}
        onChange={(event) => onChange({ [field]: event.currentTarget.checked })}
      />{' '}
      <label htmlFor={`${id}-${field}`}>{words}</label>
    </p>
  );
  return (
    <details className={styles.more}>
      <summary>The question in your words, and more</summary>
      <TextField
        label="The question"
        text={draft.question}
        onText={(question) => onChange({ question })}
        maxLength={200}
        autoComplete="off"
      />
      {draft.unit === 'session' &&
        box('hasWarmUp', 'The first take of a session is a warm-up and is not weighed')}
      {usedLevels(draft).length > 2 &&
        box('isLearning', 'What does well is drawn more often, and none more rarely than once in ten')}
    </details>
  );
}
