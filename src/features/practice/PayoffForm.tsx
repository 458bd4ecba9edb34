import { MEASURE_KINDS, type MeasureKind } from '../../engine/measure/measure.ts';
import { Field } from '../../ui/parts/Field.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { TextArea } from '../../ui/parts/TextArea.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import { DIRECTION_SEGMENTS, KIND_WORDS } from '../../ui/payoff/payoff-words.ts';
import styles from './PayoffForm.module.css';
import { type PayoffFields, TARGET_EXAMPLES, type usePayoffFields } from './use-payoff-fields.ts';

type PayoffFormProps = { readonly form: ReturnType<typeof usePayoffFields> };

/** The fields of the learner's own payoff. The form around it, and its buttons, are the screen's. */
export function PayoffForm({ form }: PayoffFormProps) {
  const { fields, faults, change } = form;
  const isPass = fields.kind === 'pass';
  return (
    <div className={styles.fields}>
      <TextArea
        isVoice
        label="It pays when"
        hint="In a sentence that you would say yourself"
        text={fields.statement}
        onText={(statement) => change({ statement })}
        error={faults.statement}
        maxLength={200}
        rows={1}
      />
      <div className={styles.pair}>
        <KindField kind={fields.kind} onKind={form.chooseKind} />
        {!isPass && (
          <TextField
            label="Counted in"
            text={fields.unit}
            onText={(unit) => change({ unit })}
            error={faults.unit}
            maxLength={40}
            autoComplete="off"
          />
        )}
      </div>
      {!isPass && (
        <div className={styles.pair}>
          <Segmented
            legend="Which way is better?"
            segments={DIRECTION_SEGMENTS}
            value={fields.direction}
            onChoose={(direction) => change({ direction })}
          />
          <TargetFields form={form} />
        </div>
      )}
      {fields.kind === 'rating' && <AnchorFields form={form} />}
      <TextArea
        label="How it is measured"
        hint="So that you do it the same way each time. May stay empty."
        text={fields.howMeasured}
        onText={(howMeasured) => change({ howMeasured })}
        maxLength={400}
        rows={2}
      />
    </div>
  );
}

function KindField({
  kind,
  onKind,
}: {
  readonly kind: MeasureKind;
  readonly onKind: (kind: MeasureKind) => void;
}) {
  return (
    <Field label="What each take is measured by">
      {(control) => (
        <select
          {...control}
          value={kind}
          onChange={(event) => onKind(kindOf(event.currentTarget.value) ?? kind)}
        >
          {Object.entries(KIND_WORDS).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function kindOf(value: string): MeasureKind | undefined {
  return MEASURE_KINDS.find((kind) => kind === value);
}

function TargetFields({ form }: PayoffFormProps) {
  const { fields, faults, change } = form;
  const target = (name: 'low' | 'high', label: string) => (
    <TextField
      label={label}
      hint={TARGET_EXAMPLES[fields.kind]}
      text={fields[name]}
      onText={(text) => change({ [name]: text } satisfies Partial<PayoffFields>)}
      error={faults[name]}
      autoComplete="off"
      inputMode={fields.kind === 'duration' || fields.kind === 'proportion' ? 'text' : 'decimal'}
      maxLength={40}
    />
  );
  return (
    <div>
      {fields.direction === 'within' ? (
        <div className={styles.ends}>
          {target('low', 'From')}
          {target('high', 'To')}
        </div>
      ) : (
        target(fields.direction === 'up' ? 'low' : 'high', 'Target')
      )}
      <p className={`cap ${styles.open}`}>Left empty, takes are counted and nothing is ever “reached”.</p>
    </div>
  );
}

function AnchorFields({ form }: PayoffFormProps) {
  const { fields, faults, change } = form;
  const anchor = (name: 'at0' | 'at5' | 'at10', label: string) => (
    <TextField
      label={label}
      text={fields[name]}
      onText={(text) => change({ [name]: text } satisfies Partial<PayoffFields>)}
      error={faults[name]}
      maxLength={120}
      autoComplete="off"
    />
  );
  return (
    <fieldset className={styles.anchors}>
      <legend>What 0, 5 and 10 are like, in your words</legend>
      {anchor('at0', '0 is')}
      {anchor('at5', '5 is')}
      {anchor('at10', '10 is')}
    </fieldset>
  );
}
