import { useQuery } from '@tanstack/react-query';
import { MEASURE_KINDS } from '../../engine/measure/measure.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { libraryQuery } from '../../ui/api/queries.ts';
import { Field } from '../../ui/parts/Field.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import { DIRECTION_SEGMENTS, KIND_WORDS, measuredAsWords } from '../../ui/payoff/payoff-words.ts';
import type { PracticeCard } from '../practice/contract.ts';
import type { ImportMeasure, ImportPreview, ImportTarget } from './contract.ts';
import styles from './ImportScreen.module.css';
import { asksForMeasure, type ImportChoice, isPlaced } from './use-import.ts';

const WAYS = [
  { value: 'practice', label: 'To a practice' },
  { value: 'micromastery', label: 'To a new one from the library' },
  { value: 'new', label: 'To something of my own' },
] as const;

type TargetFieldsProps = {
  readonly choice: ImportChoice;
  readonly preview: ImportPreview;
  readonly practices: readonly PracticeCard[];
  readonly onChange: (part: { target?: ImportTarget | null; measure?: ImportMeasure | null }) => void;
};

/** Where the takes go, and what their values are. */
export function TargetFields({ choice, preview, practices, onChange }: TargetFieldsProps) {
  const { target } = choice;
  const ways = practices.length > 0 ? WAYS : WAYS.slice(1);
  const { data: library } = useQuery({ ...libraryQuery, enabled: target?.kind === 'micromastery' });
  const designs = library?.micromasteries ?? [];
  const setTarget = (next: ImportTarget | null) => onChange({ target: next, measure: null });

  function chooseWay(kind: ImportTarget['kind']) {
    if (kind === 'new') setTarget({ kind, title: titleOf(choice.file.name) });
    else if (kind === 'practice') setTarget({ kind, practiceId: '' });
    else setTarget({ kind, micromasteryId: '' });
  }

  return (
    <section className={styles.part} aria-labelledby="goes">
      <h2 id="goes">Where it goes</h2>
      <Segmented
        legend="Where it goes"
        isLegendHidden
        segments={ways}
        value={target?.kind ?? null}
        onChoose={chooseWay}
      />
      {target?.kind === 'practice' && (
        <SelectOne
          label="Practice"
          value={target.practiceId}
          options={practices.map(({ id, title }) => ({ value: id, label: title }))}
          onChoose={(practiceId) => setTarget({ kind: 'practice', practiceId })}
        />
      )}
      {target?.kind === 'micromastery' && (
        <SelectOne
          label="Micromastery"
          value={target.micromasteryId}
          options={designs.map(({ id, title }) => ({ value: id, label: title }))}
          onChoose={(micromasteryId) => setTarget({ kind: 'micromastery', micromasteryId })}
        />
      )}
      {target?.kind === 'new' && (
        <TextField
          label="What you practise"
          text={target.title}
          onText={(title) => onChange({ target: { kind: 'new', title } })}
          maxLength={120}
          autoComplete="off"
        />
      )}
      {target !== null &&
        isPlaced(target) &&
        !asksForMeasure(target, designs) &&
        preview.measure !== null && (
          <p className="small muted">
            {measuredAsWords({ ...preview.measure, target: { low: null, high: null } })}
          </p>
        )}
      {target !== null && asksForMeasure(target, designs) && (
        <MeasureFields
          measure={choice.measure ?? preview.measure ?? { kind: 'count', unit: 'points', direction: 'up' }}
          onChange={(measure) => onChange({ measure })}
        />
      )}
    </section>
  );
}

function titleOf(fileName: string): string {
  const name = fileName
    .replace(/\.[a-z0-9]+$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return name === '' ? 'My own records' : sentenceCase(name).slice(0, 120);
}

type MeasureFieldsProps = {
  readonly measure: ImportMeasure;
  readonly onChange: (measure: ImportMeasure) => void;
};

function MeasureFields({ measure, onChange }: MeasureFieldsProps) {
  return (
    <div className={styles.pairs}>
      <SelectOne
        label="What the value is"
        value={measure.kind}
        options={MEASURE_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))}
        onChoose={(kind) => onChange({ ...measure, kind })}
      />
      <TextField
        label="Counted in"
        text={measure.unit}
        onText={(unit) => onChange({ ...measure, unit })}
        error={measure.unit.trim() === '' ? 'Say what is counted, such as “words”.' : null}
        maxLength={40}
        autoComplete="off"
      />
      <Segmented
        legend="Which way is better?"
        segments={DIRECTION_SEGMENTS}
        value={measure.direction}
        onChoose={(direction) => onChange({ ...measure, direction })}
      />
    </div>
  );
}

type SelectOneProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
};

function SelectOne<Value extends string>({ label, value, options, onChoose }: SelectOneProps<Value>) {
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen !== undefined) onChoose(chosen.value);
          }}
        >
          {options.every((option) => option.value !== value) && <option value={value}>Choose one</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
