import { MEASURE_KINDS } from '../../engine/measure/measure.ts';
import { Field } from '../../ui/parts/Field.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { DIRECTION_SEGMENTS, KIND_WORDS } from '../../ui/payoff/payoff-words.ts';
import styles from './Canvas.module.css';
import { DraftArea, DraftField } from './DraftFields.tsx';
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
  const fields = { payoff, put };
  return (
    <>
      <DraftArea
        at={['payoff.statement']}
        label="It pays when"
        hint="In a sentence that you would say yourself"
        text={payoff.statement}
        onText={(statement) => put({ statement })}
        maxLength={200}
        rows={1}
      />
      <div className={styles.two}>
        <KindField {...fields} />
        {payoff.kind !== 'pass' && <Line {...fields} name="unit" label="Counted in" most={40} />}
      </div>
      {payoff.kind !== 'pass' && <TargetFields {...fields} />}
      <DraftArea
        at={['payoff.howMeasured']}
        label="How it is measured"
        hint="So that it is done the same way each time"
        text={payoff.howMeasured}
        onText={(howMeasured) => put({ howMeasured })}
        maxLength={400}
        rows={2}
      />
      {payoff.kind === 'rating' && (
        <div className={styles.skill}>
          <Line {...fields} name="at0" label="0 is" most={120} />
          <Line {...fields} name="at5" label="5 is" most={120} />
          <Line {...fields} name="at10" label="10 is" most={120} />
        </div>
      )}
      <div className={styles.two}>
        <Segmented
          legend="Whose applause?"
          segments={APPLAUSE}
          value={payoff.applause}
          onChoose={(applause) => put({ applause })}
        />
        <Line {...fields} name="minTrials" label="Tries behind one value" most={3} />
      </div>
      <DraftArea
        at={['payoff.conditions']}
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

type FieldsProps = {
  readonly payoff: PayoffDraft;
  readonly put: (part: Partial<PayoffDraft>) => void;
};

type LineProps = FieldsProps & {
  readonly name: 'unit' | 'low' | 'high' | 'minTrials' | 'at0' | 'at5' | 'at10';
  readonly label: string;
  readonly most: number;
};

/** A target that makes no sense is of both of its ends. */
function pathsOf(name: LineProps['name']): readonly string[] {
  if (name === 'low' || name === 'high') return [`payoff.${name}`, 'payoff.target'];
  return name.startsWith('at') ? [`payoff.anchors.${name}`] : [`payoff.${name}`];
}

function Line({ payoff, put, name, label, most }: LineProps) {
  return (
    <DraftField
      at={pathsOf(name)}
      label={label}
      text={payoff[name]}
      onText={(typed) => put({ [name]: typed })}
      maxLength={most}
      autoComplete="off"
    />
  );
}

function KindField({ payoff, put }: FieldsProps) {
  return (
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
  );
}

function TargetFields({ payoff, put }: FieldsProps) {
  const { direction } = payoff;
  const isRange = direction === 'within';
  return (
    <>
      <Segmented
        legend="Which way is better?"
        segments={DIRECTION_SEGMENTS}
        value={direction}
        onChoose={(chosen) => put({ direction: chosen })}
      />
      <div className={styles.two}>
        {direction !== 'down' && (
          <Line payoff={payoff} put={put} name="low" label={isRange ? 'From' : 'Target'} most={40} />
        )}
        {direction !== 'up' && (
          <Line payoff={payoff} put={put} name="high" label={isRange ? 'To' : 'Target'} most={40} />
        )}
      </div>
    </>
  );
}
