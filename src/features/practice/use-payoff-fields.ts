import { useRef, useState } from 'react';
import type { Direction, MeasureKind, Target } from '../../engine/measure/measure.ts';
import { parseFaultWords, parseValue } from '../../engine/measure/parse-value.ts';
import { type TargetFault, targetFault } from '../../engine/measure/target-fault.ts';
import { typedValue } from '../../engine/measure/typed-value.ts';
import type { PayoffDraft } from '../../ui/micromastery/begin-practice.ts';

/** The form as it was typed. */
export type PayoffFields = {
  readonly statement: string;
  readonly kind: MeasureKind;
  readonly unit: string;
  readonly direction: Direction;
  readonly low: string;
  readonly high: string;
  readonly howMeasured: string;
  readonly at0: string;
  readonly at5: string;
  readonly at10: string;
};

export type PayoffFaults = Partial<Record<keyof PayoffFields, string>>;

/** What a kind is counted in where the learner has not said so in their own words. */
const USUAL_UNITS: Readonly<Record<MeasureKind, string>> = {
  count: '',
  duration: 'seconds',
  proportion: 'per cent',
  rate: '',
  rating: 'out of 10',
  pass: 'held',
  score: 'points',
};

export function fieldsOf(
  payoff: Omit<PayoffDraft, 'statement'> & { readonly statement: string },
): PayoffFields {
  const { statement, kind, unit, direction, target, howMeasured, anchors } = payoff;
  return {
    statement,
    kind,
    unit,
    direction,
    low: typedValue(kind, target.low),
    high: typedValue(kind, target.high),
    howMeasured: howMeasured ?? '',
    at0: anchors?.at0 ?? '',
    at5: anchors?.at5 ?? '',
    at10: anchors?.at10 ?? '',
  };
}

/**
 * Another kind drops a target of the old one, and what still stands of `first` as it was offered: its unit and its way of
 * measuring are of its own kind. What the learner wrote stays. Back at the kind of `first`, that is offered again.
 */
export function withKind(fields: PayoffFields, kind: MeasureKind, first: PayoffFields): PayoffFields {
  const isFirst = kind === first.kind;
  const isOffered = (text: string, offered: string) => text.trim() === '' || text === offered;
  const hasOwnUnit = ![USUAL_UNITS[fields.kind], first.unit].some((unit) => isOffered(fields.unit, unit));
  return {
    ...fields,
    kind,
    unit: hasOwnUnit && kind !== 'pass' ? fields.unit : isFirst ? first.unit : USUAL_UNITS[kind],
    howMeasured: !isOffered(fields.howMeasured, first.howMeasured)
      ? fields.howMeasured
      : isFirst
        ? first.howMeasured
        : '',
    direction: kind === 'pass' ? 'up' : isFirst ? first.direction : fields.direction,
    low: isFirst ? first.low : '',
    high: isFirst ? first.high : '',
  };
}

export type PayoffReading =
  | { readonly kind: 'payoff'; readonly payoff: PayoffDraft }
  | { readonly kind: 'faults'; readonly faults: PayoffFaults };

/** What was typed, as a payoff; or what to do about each field that cannot be read. No target is no fault. */
export function readPayoff(fields: PayoffFields): PayoffReading {
  const faults: { -readonly [Name in keyof PayoffFields]?: string } = {};
  if (fields.statement.trim() === '') faults.statement = 'Say in a sentence what you will be able to do.';
  if (fields.unit.trim() === '') faults.unit = 'Say what is counted, such as “catches” or “listeners”.';
  const target = readTarget(fields, faults);
  const anchors = readAnchors(fields, faults);
  if (Object.keys(faults).length > 0) return { kind: 'faults', faults };
  const { kind } = fields;
  return {
    kind: 'payoff',
    payoff: {
      statement: fields.statement.trim(),
      kind,
      unit: fields.unit.trim(),
      direction: directionOf(fields),
      target,
      howMeasured: fields.howMeasured.trim() === '' ? null : fields.howMeasured.trim(),
      anchors,
    },
  };
}

type Faults = { -readonly [Name in keyof PayoffFields]?: string };

/** To pass is better than not to, and the form asks for nothing more. */
const directionOf = ({ kind, direction }: PayoffFields): Direction => (kind === 'pass' ? 'up' : direction);

function readTarget(fields: PayoffFields, faults: Faults): Target {
  const { kind } = fields;
  if (kind === 'pass') return { low: 1, high: null };
  const direction = directionOf(fields);
  const low = direction === 'down' ? null : readBound(fields, 'low', faults);
  const high = direction === 'up' ? null : readBound(fields, 'high', faults);
  const target = { low, high };
  if (faults.low === undefined && faults.high === undefined) {
    const fault = targetFault({ kind, direction, target });
    if (fault !== null) faults[fault.end] = RANGE_FAULTS[fault.fault] ?? 'This cannot be reached.';
  }
  return target;
}

/** In the words of the form, of what two ends can still have wrong that were read one by one. */
const RANGE_FAULTS: { readonly [Fault in TargetFault['fault']]?: string } = {
  'one-end': 'A range has two ends: give both, or neither.',
  'ends-crossed': 'The lower end comes first: this one is below it.',
};

/** Of a target, as the form shows them. */
export const TARGET_EXAMPLES: Readonly<Record<MeasureKind, string>> = {
  count: 'such as 30',
  duration: 'such as 0:42 or 6 s',
  proportion: 'such as 80%',
  rate: 'such as 70',
  rating: 'such as 8',
  pass: '',
  score: 'such as 1200',
};

function readBound(fields: PayoffFields, name: 'low' | 'high', faults: Faults): number | null {
  const text = fields[name].trim();
  if (text === '') return null;
  const parsed = parseValue(fields.kind, text);
  if (parsed.kind === 'value') return parsed.value;
  faults[name] =
    parsed.fault === 'not-a-number' && fields.kind !== 'duration'
      ? `Give it a number, ${TARGET_EXAMPLES[fields.kind]}.`
      : `This is ${parseFaultWords(fields.kind, parsed.fault)}.`;
  return null;
}

function readAnchors(fields: PayoffFields, faults: Faults): PayoffDraft['anchors'] {
  if (fields.kind !== 'rating') return null;
  const names = ['at0', 'at5', 'at10'] as const;
  const [at0 = '', at5 = '', at10 = ''] = names.map((name) => fields[name].trim());
  if (at0 === '' && at5 === '' && at10 === '') return null;
  for (const name of names) {
    if (fields[name].trim() === '') faults[name] = 'Say what this one is like too, or leave all three empty.';
  }
  return { at0, at5, at10 };
}

export function usePayoffFields(first: PayoffFields) {
  const [fields, setFields] = useState(first);
  const [faults, setFaults] = useState<PayoffFaults>({});
  const element = useRef<HTMLFormElement>(null);

  function readFields(asked: PayoffFields): PayoffDraft | null {
    const reading = readPayoff(asked);
    setFaults(reading.kind === 'faults' ? reading.faults : {});
    if (reading.kind === 'payoff') return reading.payoff;
    // Once what is wrong stands beside its field, so that it is read out with it.
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
    return null;
  }

  return {
    fields,
    faults,
    /** Of the form that the fields stand in. */
    element,
    /** What was said of a field goes once it is being mended. */
    change: (part: Partial<PayoffFields>) => {
      setFields((before) => ({ ...before, ...part }));
      const mended = Object.keys(part);
      setFaults((before) =>
        Object.fromEntries(Object.entries(before).filter(([name]) => !mended.includes(name))),
      );
    },
    chooseKind: (kind: MeasureKind) => {
      setFields((before) => withKind(before, kind, first));
      setFaults({});
    },
    /** The payoff, or null after saying what is missing and going there. */
    read: () => readFields(fields),
    /** As `read`, whatever was typed as a target: it is counted, and never "reached". */
    readWithoutTarget: (): PayoffDraft | null => {
      const payoff = readFields({ ...fields, low: '', high: '' });
      return payoff && { ...payoff, target: { low: null, high: null } };
    },
  };
}
