import type { MeasureKind } from '../../engine/measure/measure.ts';
import { parseFaultWords, parseValue } from '../../engine/measure/parse-value.ts';
import type { MicromasteryDesign } from '../library/contract.ts';
import { contractFaults } from './contract-faults.ts';
import { type Draft, OWN_LICENCE, type Pair, type SkillDraft } from './draft.ts';
import { readForms } from './read-forms.ts';
import { oneLine, paragraphs } from './texts.ts';

/** The six elements: a design can go without any of them. */
export type PartName = 'trick' | 'payoff' | 'repeat' | 'experiments' | 'support' | 'rubPat';

/** `empty`: nothing was typed. `partial`: it is left out of what is saved, until what is named is there too. */
export type PartState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'partial'; readonly missing: readonly string[] }
  | { readonly kind: 'whole' };
export type PartStates = Readonly<Record<PartName, PartState>>;

/** What only the canvas knows of a version beside what was typed. */
export type DraftFrame = Pick<MicromasteryDesign, 'slug' | 'version' | 'lineage' | 'links'>;

export type DraftFault = {
  readonly part: PartName | 'frame';
  /** The path of the one field that it is of, as in the draft: "payoff.unit", "twists.2.name"; null where several have a part in it. */
  readonly at: string | null;
  readonly message: string;
};

type Fault = Pick<DraftFault, 'at' | 'message'>;

export type DraftReading = {
  /** As far as it is written: with the parts that are whole. For the figure, and to be saved. */
  readonly design: MicromasteryDesign;
  /** The same without words that nobody typed, so that nothing is said of those: for the review and the sizes. */
  readonly written: MicromasteryDesign;
  readonly parts: PartStates;
  /** What stands in the way of saving: a title or a field that is missing, a number that is none. */
  readonly faults: readonly DraftFault[];
};

type Element<Value> = {
  readonly value: Value | null;
  readonly state: PartState;
  readonly faults: readonly Fault[];
};

const NOTHING = { value: null, state: { kind: 'empty' }, faults: [] } as const;

/** Reads what was typed. A part that is begun and not whole yet is left out and named; nothing of it is lost from the draft. */
export function readDraft(draft: Draft, frame: DraftFrame): DraftReading {
  const elements = {
    trick: readTrick(draft.trick),
    payoff: readPayoff(draft.payoff),
    repeat: readRepeat(draft.repeat),
    experiments: readVariables(draft.variables),
    support: readSupport(draft.support),
    rubPat: readRubPat(draft.rubPat),
  };
  const title = oneLine(draft.title);
  const fields = commas(draft.fields);
  const forms = readForms(draft.forms);
  const { slug, version, lineage, links } = frame;
  const design: MicromasteryDesign = {
    slug,
    version,
    lineage,
    links,
    title: title === '' ? 'this' : title,
    verb: oneLine(draft.verb) || verbOf(title),
    summary:
      paragraphs(draft.summary) || `You will be able to do this: ${title || 'untitled'}.`.slice(0, 300),
    needs: lines(draft.needs),
    fields: fields.length === 0 ? ['no field yet'] : fields,
    entryTrick: elements.trick.value,
    payoff: elements.payoff.value,
    repeat: elements.repeat.value,
    twists: pairs(draft.twists).map(([name, instruction]) => ({ name, instruction })),
    experiments: elements.experiments.value ?? [],
    support: elements.support.value,
    rubPat: elements.rubPat.value,
    safety: paragraphs(draft.safety) || null,
    licence: oneLine(draft.licence) || OWN_LICENCE,
    ...allForms(lines(draft.checklist), forms.formats),
    ...(oneLine(draft.source) !== '' && { source: oneLine(draft.source) }),
    ...(oneLine(draft.sizeReason) !== '' && { sizeReason: oneLine(draft.sizeReason) }),
  };
  const faults: DraftFault[] = Object.entries(elements).flatMap(([part, element]) =>
    element.faults.map((fault) => ({ part: part as PartName, ...fault })),
  );
  faults.push(...forms.faults.map((message) => ({ part: 'frame' as const, at: null, message })));
  if (title === '')
    faults.push({ part: 'frame', at: 'title', message: 'Say in a few words what you will be able to do.' });
  if (fields.length === 0)
    faults.push({
      part: 'frame',
      at: 'fields',
      message: 'Name the greater field that it belongs to, such as “leading people”.',
    });
  if (faults.length === 0)
    for (const { field, at, message } of contractFaults(design))
      faults.push({ part: PART_OF[field] ?? 'frame', at: inDraft(at, draft), message });
  const parts = Object.fromEntries(Object.entries(elements).map(([part, { state }]) => [part, state]));
  const written = { ...design, title, summary: paragraphs(draft.summary) };
  if (title === '') written.verb = oneLine(draft.verb);
  return { design, written, parts: parts as PartStates, faults };
}

/** What is empty or half is in no design: where an item of the design stands in the draft. */
function inDraft(at: string, { twists, variables, support }: Draft): string {
  const typed: Readonly<Record<string, readonly Pair[]>> = {
    twists,
    experiments: variables,
    'support.obstacles': support.obstacles,
  };
  const [, list = '', place = '', field = ''] = /^(.+)\.(\d+)\.(.+)$/.exec(at) ?? [];
  const whole = typed[list]?.flatMap((pair, index) => (isWhole(pair) ? [index] : []));
  return whole === undefined ? at : `${list}.${whole[Number(place)] ?? place}.${field}`;
}

/** None at all where there is no other form than the text. */
function allForms(
  checklist: string[],
  others: Omit<NonNullable<MicromasteryDesign['formats']>, 'checklist'>,
): Pick<MicromasteryDesign, 'formats'> {
  const formats = { ...(checklist.length > 0 && { checklist }), ...others };
  return Object.keys(formats).length === 0 ? {} : { formats };
}

const PART_OF: Readonly<Record<string, PartName>> = {
  entryTrick: 'trick',
  payoff: 'payoff',
  repeat: 'repeat',
  twists: 'repeat',
  experiments: 'experiments',
  support: 'support',
  rubPat: 'rubPat',
};

function readTrick({ text, limit, tryFirst }: Draft['trick']): Element<MicromasteryDesign['entryTrick']> {
  const read = paragraphs(text);
  const hidden = paragraphs(limit);
  if (read === '') return hidden === '' ? NOTHING : partial('the trick itself');
  return whole({ text: read, limit: hidden || null, tryFirst });
}

function readPayoff(payoff: Draft['payoff']): Element<MicromasteryDesign['payoff']> {
  const { kind, direction, applause } = payoff;
  const statement = oneLine(payoff.statement);
  const howMeasured = oneLine(payoff.howMeasured);
  const unit = kind === 'pass' ? 'held' : oneLine(payoff.unit);
  const isEmpty = [statement, howMeasured, payoff.unit, payoff.low, payoff.high].every(
    (text) => text.trim() === '',
  );
  if (isEmpty) return NOTHING;
  const missing = named({
    'what you would say when it pays': statement,
    'what is counted': unit,
    'how it is measured': howMeasured,
  });
  if (missing.length > 0) return partial(...missing);
  const faults: Fault[] = [];
  const bound = (end: 'low' | 'high') => {
    const read = readNumber(kind, payoff[end]);
    if (typeof read === 'string') faults.push({ at: `payoff.${end}`, message: read });
    return typeof read === 'string' ? null : read;
  };
  const target =
    kind === 'pass'
      ? { low: 1, high: null }
      : {
          low: direction === 'down' ? null : bound('low'),
          high: direction === 'up' ? null : bound('high'),
        };
  const at = [payoff.at0, payoff.at5, payoff.at10].map(oneLine);
  const [at0 = '', at5 = '', at10 = ''] = at;
  const anchors = at.every((text) => text !== '') ? { at0, at5, at10 } : null;
  const minTrials = readWhole(payoff.minTrials, [1, 100], 'The tries behind one value', (message) =>
    faults.push({ at: 'payoff.minTrials', message }),
  );
  return {
    value: {
      statement,
      kind,
      unit,
      direction: kind === 'pass' ? 'up' : direction,
      target,
      howMeasured,
      minTrials,
      conditions: lines(payoff.conditions),
      applause,
      anchors: kind === 'rating' ? anchors : null,
    },
    state: { kind: 'whole' },
    faults,
  };
}

function readNumber(kind: MeasureKind, text: string): number | null | string {
  if (text.trim() === '') return null;
  const reading = parseValue(kind, text);
  return reading.kind === 'value' ? reading.value : `Target: ${parseFaultWords(kind, reading.fault)}`;
}

function readRepeat(repeat: Draft['repeat']): Element<MicromasteryDesign['repeat']> {
  const floor = oneLine(repeat.floor);
  const rhythm = oneLine(repeat.rhythm);
  const texts = [repeat.attemptMinutes, repeat.perWeek, floor, rhythm];
  if (texts.every((text) => text.trim() === '')) return NOTHING;
  const missing = named({
    'how many minutes a take has': repeat.attemptMinutes,
    'how often a week': repeat.perWeek,
    'a two-minute version': floor,
    'when and how you repeat it': rhythm,
  });
  if (missing.length > 0) return partial(...missing);
  const faults: Fault[] = [];
  const attemptMinutes = readMinutes(repeat.attemptMinutes);
  if (!(attemptMinutes >= 0.1 && attemptMinutes <= 120))
    faults.push({ at: 'repeat.attemptMinutes', message: 'A take has from 0.1 to 120 minutes.' });
  const perWeek = readWhole(repeat.perWeek, [1, 70], 'Sessions a week', (message) =>
    faults.push({ at: 'repeat.perWeek', message }),
  );
  return { value: { attemptMinutes, perWeek, floor, rhythm }, state: { kind: 'whole' }, faults };
}

/** `NaN` where it is no number. */
export const readMinutes = (text: string) => Number(text.replace(',', '.'));

function readWhole(
  text: string,
  [least, most]: readonly [number, number],
  what: string,
  onFault: (message: string) => void,
): number {
  const value = Number(text.trim());
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  onFault(`${what}: a whole number from ${least} to ${most}.`);
  return least;
}

function readVariables(variables: Draft['variables']): Element<MicromasteryDesign['experiments']> {
  const read = variables.map(({ first, second }) => ({ name: oneLine(first), levels: lines(second) }));
  if (read.every(({ name, levels }) => name === '' && levels.length === 0)) return NOTHING;
  const ready = read.filter(({ name, levels }) => name !== '' && levels.length >= 2);
  if (ready.length === 0) return partial('a name, and at least two settings, one a line');
  const faults = read.flatMap((one, at) => {
    const { name, levels } = one;
    if (ready.includes(one) || (name === '' && levels.length === 0)) return [];
    const message = `“${name || 'A thing to vary'}” needs a name and at least two settings, one a line.`;
    return [{ at: `experiments.${at}.${name === '' ? 'name' : 'levels'}`, message }];
  });
  return { value: ready, state: { kind: 'whole' }, faults };
}

function readSupport(support: Draft['support']): Element<MicromasteryDesign['support']> {
  const { place, time, mindset } = support;
  const kit = lines(support.kit);
  const tools = lines(support.tools);
  const people = lines(support.people);
  const obstacles = pairs(support.obstacles).map(([cue, action]) => obstacleOf(cue, action));
  const half = support.obstacles.flatMap((pair, at) => (isHalf(pair) ? [{ ...pair, at }] : []));
  const isEmpty = [kit, tools, people, obstacles].every((list) => list.length === 0);
  if (isEmpty && [place, time, mindset].every((text) => text.trim() === '') && half.length === 0)
    return NOTHING;
  return {
    value: {
      kit,
      ...(tools.length > 0 && { tools }),
      people,
      place: oneLine(place) || null,
      time: oneLine(time) || null,
      mindset: oneLine(mindset) || null,
      obstacles,
    },
    state: { kind: 'whole' },
    faults: half.map(({ first, second, at }) => ({
      at: `support.obstacles.${at}.${first.trim() === '' ? 'if' : 'then'}`,
      message: `“${first || second}” needs both: if what, and then what.`,
    })),
  };
}

// biome-ignore lint/suspicious/noThenProperty: an if-then plan is plain text, and nobody awaits a string
const obstacleOf = (cue: string, action: string) => ({ if: cue, then: action });

function readRubPat({ timing, a, b, together }: Draft['rubPat']): Element<MicromasteryDesign['rubPat']> {
  const texts = [a, b].flatMap(({ name, soloDrill, measure }) => [name, soloDrill, measure]);
  if ([...texts, together].every((text) => text.trim() === '')) return NOTHING;
  const missing = named({
    'the first skill': a.name,
    'the second skill': b.name,
    'how each is practised alone': a.soloDrill && b.soloDrill,
    'how each is measured': a.measure && b.measure,
    'how they come together': together,
  });
  if (missing.length > 0) return partial(...missing);
  return whole({ timing, a: skillOf(a), b: skillOf(b), together: oneLine(together) });
}

const skillOf = ({ name, soloDrill, measure }: SkillDraft) => ({
  name: oneLine(name),
  soloDrill: oneLine(soloDrill),
  measure: oneLine(measure),
});

const whole = <Value>(value: Value) => ({ value, state: { kind: 'whole' }, faults: [] }) as const;
const partial = (...missing: string[]) =>
  ({ value: null, state: { kind: 'partial', missing }, faults: [] }) as const;
const named = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).flatMap(([name, text]) => (text.trim() === '' ? [name] : []));

const lines = (text: string) =>
  text
    .split('\n')
    .map(oneLine)
    .filter((part) => part !== '');
/** Two that are alike would not be told apart. */
const commas = (text: string) => [
  ...new Set(
    text
      .split(',')
      .map(oneLine)
      .filter((part) => part !== ''),
  ),
];
const isHalf = ({ first, second }: Pair) => (first.trim() === '') !== (second.trim() === '');
const isWhole = ({ first, second }: Pair) => first.trim() !== '' && second.trim() !== '';
const pairs = (all: readonly Pair[]): (readonly [string, string])[] =>
  all.filter(isWhole).map((pair) => [oneLine(pair.first), oneLine(pair.second)]);

/** What is done, as a title says it first: “Whistle with two fingers”. */
function verbOf(title: string): string {
  const first = title.split(' ').find((word) => /^\p{L}+$/u.test(word) && !/^(the|a|an|my|to)$/i.test(word));
  return (first ?? 'do').toLowerCase().slice(0, 40);
}
