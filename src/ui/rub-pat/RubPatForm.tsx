import { type FormEvent, useState } from 'react';
import { MEASURE_KINDS, type MeasureKind } from '../../engine/measure/measure.ts';
import type { PayoffBody, PracticePage } from '../../features/practice/contract.ts';
import type { PairingBody } from '../../features/rub-pat/contract.ts';
import { newId } from '../offline/device.ts';
import type { Write } from '../offline/pending-write.ts';
import { leaveToQueue, record } from '../offline/record.ts';
import { Button } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { Segmented } from '../parts/Segmented.tsx';
import { TextArea } from '../parts/TextArea.tsx';
import { TextField } from '../parts/TextField.tsx';
import { KIND_WORDS } from '../payoff/payoff-words.ts';
import { percentWords, TIMING_SEGMENTS } from './pair-words.ts';
import styles from './RubPat.module.css';
import type { ToldPair, ToldPart } from './told-pair.ts';

type PartFields = {
  readonly name: string;
  readonly soloDrill: string;
  /** Empty: as the whole. */
  readonly kind: MeasureKind | '';
  readonly unit: string;
  readonly better: 'up' | 'down';
};

const BETTER = [
  { value: 'up', label: 'More' },
  { value: 'down', label: 'Less' },
] as const;
const LEADS = [
  { value: 'no', label: 'As I choose' },
  { value: 'yes', label: 'What comes next' },
] as const;
const LIMITS = [0.05, 0.1, 0.15, 0.2];

/** What a kind is counted in where nothing else was said. */
const UNITS: Readonly<Partial<Record<MeasureKind, string>>> = {
  duration: 'seconds',
  proportion: 'per cent',
  rating: 'out of 10',
  pass: 'held',
  score: 'points',
};

type RubPatFormProps = {
  readonly page: PracticePage;
  readonly pair: ToldPair;
  readonly onDone: () => void;
};

/** How the learner calls, drills and measures the two, and when they are needed. What was kept before stays on record. */
export function RubPatForm({ page, pair, onDone }: RubPatFormProps) {
  const [a, setA] = useState(() => fieldsOf(pair.a));
  const [b, setB] = useState(() => fieldsOf(pair.b));
  const [timing, setTiming] = useState(pair.timing);
  const [limit, setLimit] = useState(String(pair.limit));
  const [leads, setLeads] = useState<'yes' | 'no'>(pair.leads ? 'yes' : 'no');
  const [isAsked, setAsked] = useState(false);
  const isSame = a.name.trim() !== '' && a.name.trim().toLowerCase() === b.name.trim().toLowerCase();
  const save = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isSame || [a, b].some((part) => faultsOf(part).length > 0)) return;
    const setAt = new Date().toISOString();
    const practiceId = page.card.id;
    const own = {
      a: ownMeasure('a', a, pair.a, { practiceId, setAt }),
      b: ownMeasure('b', b, pair.b, { practiceId, setAt }),
    };
    const body: PairingBody = {
      practiceId,
      timing,
      a: { name: oneLine(a.name), soloDrill: oneLine(a.soloDrill), payoffId: own.a.payoffId },
      b: { name: oneLine(b.name), soloDrill: oneLine(b.soloDrill), payoffId: own.b.payoffId },
      costLimit: Number(limit),
      leads: leads === 'yes',
      setAt,
    };
    record([...own.a.writes, ...own.b.writes, { path: `/api/pairings/${newId()}`, body }]).then(
      onDone,
      leaveToQueue,
    );
  };
  const limits = LIMITS.includes(pair.limit)
    ? LIMITS
    : [...LIMITS, pair.limit].sort((one, other) => one - other);
  return (
    <form onSubmit={save} noValidate className={styles.form}>
      <PartForm legend="One part" fields={a} onFields={setA} told={pair.a} isAsked={isAsked} isSame={false} />
      <PartForm
        legend="The other part"
        fields={b}
        onFields={setB}
        told={pair.b}
        isAsked={isAsked}
        isSame={isSame}
      />
      <Segmented
        legend="Are both needed at once, or in turn?"
        segments={TIMING_SEGMENTS}
        value={timing}
        onChoose={setTiming}
      />
      <Segmented
        legend="Combined when each loses less than"
        segments={limits.map((one) => ({ value: String(one), label: percentWords(one) }))}
        value={limit}
        onChoose={setLimit}
      />
      <Segmented legend="A session begins with" segments={LEADS} value={leads} onChoose={setLeads} />
      <div className={styles.row}>
        <Button submit>Keep it so</Button>
        <Button kind="text" onClick={onDone}>
          Leave it as it was
        </Button>
      </div>
    </form>
  );
}

type PartFormProps = {
  readonly legend: string;
  readonly fields: PartFields;
  readonly onFields: (fields: PartFields) => void;
  readonly told: ToldPart;
  readonly isAsked: boolean;
  /** It is called as the other one is. */
  readonly isSame: boolean;
};

function PartForm({ legend, fields, onFields, told, isAsked, isSame }: PartFormProps) {
  const { name, soloDrill, kind, unit, better } = fields;
  const change = (part: Partial<PartFields>) => onFields({ ...fields, ...part });
  const isMissing = (field: 'name' | 'soloDrill' | 'unit') => isAsked && faultsOf(fields).includes(field);
  const nameFault = isMissing('name') ? 'Give it a name, so that its takes can be found.' : null;
  return (
    <fieldset className={styles.skill}>
      <legend className="h3">{legend}</legend>
      <TextField
        label="Its name"
        text={name}
        onText={(text) => change({ name: text })}
        error={isAsked && isSame ? 'Both are called so: give one of them another name.' : nameFault}
        maxLength={80}
        autoComplete="off"
      />
      <TextArea
        label="Practised alone"
        text={soloDrill}
        onText={(text) => change({ soloDrill: text })}
        error={isMissing('soloDrill') ? 'Say in a few words what is done alone.' : null}
        maxLength={300}
        rows={2}
      />
      <Field label="Measured by" hint={told.designMeasure ?? undefined}>
        {(control) => (
          <select
            {...control}
            value={kind}
            onChange={(event) => {
              const chosen = MEASURE_KINDS.find((one) => one === event.currentTarget.value) ?? '';
              change({ kind: chosen, unit: (chosen === '' ? undefined : UNITS[chosen]) ?? '' });
            }}
          >
            <option value="">As the whole is measured</option>
            {MEASURE_KINDS.map((one) => (
              <option key={one} value={one}>
                {KIND_WORDS[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {kind !== '' && kind !== 'pass' && (
        <>
          <TextField
            label="Counted in"
            text={unit}
            onText={(text) => change({ unit: text })}
            error={isMissing('unit') ? 'Say what is counted, such as “quiet catches”.' : null}
            maxLength={40}
            autoComplete="off"
          />
          <Segmented
            legend="Which way is better?"
            segments={BETTER}
            value={better}
            onChoose={(way) => change({ better: way })}
          />
        </>
      )}
    </fieldset>
  );
}

function fieldsOf({ name, soloDrill, own }: ToldPart): PartFields {
  return {
    name,
    soloDrill,
    kind: own?.kind ?? '',
    unit: own?.unit ?? '',
    better: own?.direction === 'down' ? 'down' : 'up',
  };
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

function faultsOf({ name, soloDrill, kind, unit }: PartFields): readonly ('name' | 'soloDrill' | 'unit')[] {
  return [
    ...(oneLine(name) === '' ? (['name'] as const) : []),
    ...(oneLine(soloDrill) === '' ? (['soloDrill'] as const) : []),
    ...(kind !== '' && oneLine(unit) === '' ? (['unit'] as const) : []),
  ];
}

type Own = { readonly payoffId: string | null; readonly writes: readonly Write[] };

/** A measure of its own is a payoff that is never in force. One that is the same as before goes on. */
function ownMeasure(
  part: 'a' | 'b',
  { name, kind, unit, better }: PartFields,
  { own, designMeasure }: ToldPart,
  { practiceId, setAt }: Pick<PayoffBody, 'practiceId' | 'setAt'>,
): Own {
  if (kind === '') return { payoffId: null, writes: [] };
  const direction = kind === 'pass' ? 'up' : better;
  const counted = oneLine(unit);
  const isAsBefore = own?.kind === kind && own.unit === counted && own.direction === direction;
  if (isAsBefore) return { payoffId: own.id, writes: [] };
  const payoffId = newId();
  const body: PayoffBody = {
    practiceId,
    statement: oneLine(name),
    kind,
    unit: counted,
    direction,
    target: { low: null, high: null },
    howMeasured: designMeasure,
    anchors: null,
    part,
    setAt,
  };
  return { payoffId, writes: [{ path: `/api/payoffs/${payoffId}`, body }] };
}
