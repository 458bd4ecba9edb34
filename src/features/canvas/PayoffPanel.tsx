import { MEASURE_KINDS } from '../../engine/measure/measure.ts';
import { Field } from '../../ui/parts/Field.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { TextArea } from '../../ui/parts/TextArea.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import { DIRECTION_SEGMENTS, KIND_WORDS } from '../../ui/payoff/payoff-words.ts';
import styles from './Canvas.module.css';
import type { PayoffDraft } from './draft.ts';

type PayoffPanelProps = {
  readonly payoff: PayoffDraft;
  readonly onPayoff: (payoff: PayoffDraft) => void;
};

const APPLAUSE = [
  { value: 'inner', label: 'Inner' },
  { value: 'outer', label: 'Outer' },
  { value: 'both', label: 'Both' },
] as const;

/** A payoff to begin with: whoever takes the micromastery up makes it their own. */
export function PayoffPanel({ payoff, onPayoff }: PayoffPanelProps) {
  const put = (part: Partial<PayoffDraft>) => onPayoff({ ...payoff, ...part });
  const text = (name: keyof PayoffDraft, label: string, most: number, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      text={String(payoff[name])}
      onText={(typed) => put({ [name]: typed })}
      maxLength={most}
      autoComplete="off"
    />
  );
  return (
    <>
      <TextArea
        label="It pays when"
        hint="In a sentence that you would say yourself"
        text={payoff.statement}
        onText={(statement) => put({ statement })}
        maxLength={200}
        rows={1}
      />
      <div className={styles.two}>
        <Field label="Each take is measured by">
          {(control) => (
            <select
              {...control}
              value={payoff.kind}
              onChange={(event) => {
                const kind = MEASURE_KINDS.find((known) => known === event.currentTarget.value);
                if (kind !== undefined) put({ kind, low: '', high: '' });
              }}
            >
              {MEASURE_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {KIND_WORDS[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {payoff.kind !== 'pass' && text('unit', 'Counted in', 40)}
      </div>
      {payoff.kind !== 'pass' && (
        <>
          <Segmented
            legend="Which way is better?"
            segments={DIRECTION_SEGMENTS}
            value={payoff.direction}
            onChoose={(direction) => put({ direction })}
          />
          <div className={styles.two}>
            {payoff.direction !== 'down' &&
              text('low', payoff.direction === 'within' ? 'From' : 'Target', 40)}
            {payoff.direction !== 'up' && text('high', payoff.direction === 'within' ? 'To' : 'Target', 40)}
          </div>
        </>
      )}
      <TextArea
        label="How it is measured"
        hint="So that it is done the same way each time"
        text={payoff.howMeasured}
        onText={(howMeasured) => put({ howMeasured })}
        maxLength={400}
        rows={2}
      />
      {payoff.kind === 'rating' && (
        <div className={styles.skill}>
          {text('at0', '0 is', 120)}
          {text('at5', '5 is', 120)}
          {text('at10', '10 is', 120)}
        </div>
      )}
      <div className={styles.two}>
        <Segmented
          legend="Whose applause?"
          segments={APPLAUSE}
          value={payoff.applause}
          onChoose={(applause) => put({ applause })}
        />
        {text('minTrials', 'Tries behind one value', 3)}
      </div>
      <TextArea
        label="Conditions that stay the same"
        hint="One a line; may stay empty"
        text={payoff.conditions}
        onText={(conditions) => put({ conditions })}
        maxLength={1200}
        rows={1}
      />
    </>
  );
}
