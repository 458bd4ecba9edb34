import type { DiffedDesign, DiffedElement } from './diffed-design.ts';
import type { Item } from './match-items.ts';

/** A field of one text; null where it is empty, or its whole element is missing. */
export type TextField = {
  readonly element: DiffedElement;
  readonly field: string;
  readonly text: (design: DiffedDesign) => string | null;
};

/** A part of a named item that can change while the item stays: `field` says of which item it is. */
export type ItemPart =
  | { readonly kind: 'text'; readonly field: string; readonly text: string }
  | { readonly kind: 'list'; readonly field: string; readonly items: readonly string[] };

export type ListedItem = Item & { readonly part: ItemPart | null };

export type ListField = {
  readonly element: DiffedElement;
  /** What one item of it is called. */
  readonly field: string;
  readonly items: (design: DiffedDesign) => readonly ListedItem[];
};

export type DesignField = TextField | ListField;

const text = (
  element: DiffedElement,
  field: string,
  read: (design: DiffedDesign) => string | null | undefined,
): TextField => ({ element, field, text: (design) => read(design) ?? null });

const list = (
  element: DiffedElement,
  field: string,
  read: (design: DiffedDesign) => readonly string[] | undefined,
): ListField => ({
  element,
  field,
  items: (design) => (read(design) ?? []).map((item) => ({ name: null, text: item, part: null })),
});

const TIMING = { 'at-once': 'both are needed at once', 'in-turn': 'they come in turn' } as const;
const BETTER = { up: 'more is better', down: 'less is better', within: 'best within a range' } as const;
const APPLAUSE = {
  inner: 'one’s own',
  outer: 'other people’s',
  both: 'one’s own and other people’s',
} as const;
const LEADS = { 'carries-over-to': 'carries over to', 'part-of': 'is a part of', needs: 'needs' } as const;

/** Every field in which two versions can differ, in the order of a record. The version's own number always does. */
export const DESIGN_FIELDS: readonly DesignField[] = [
  text('title', 'title', ({ title }) => title),
  text('verb', 'verb', ({ verb }) => verb),
  text('summary', 'summary', ({ summary }) => summary),
  list('needs', 'need', ({ needs }) => needs),
  list('fields', 'field', ({ fields }) => fields),
  text('entryTrick', 'way in', ({ entryTrick }) => entryTrick?.text),
  text('entryTrick', 'limit of the way in', ({ entryTrick }) => entryTrick?.limit),
  text('entryTrick', 'when the way in is shown', ({ entryTrick }) => entryTrick && shownWords(entryTrick)),
  text('rubPat', 'timing', ({ rubPat }) => rubPat && TIMING[rubPat.timing]),
  text('rubPat', 'first skill', ({ rubPat }) => rubPat?.a.name),
  text('rubPat', 'first skill, alone', ({ rubPat }) => rubPat?.a.soloDrill),
  text('rubPat', 'first skill, measured', ({ rubPat }) => rubPat?.a.measure),
  text('rubPat', 'second skill', ({ rubPat }) => rubPat?.b.name),
  text('rubPat', 'second skill, alone', ({ rubPat }) => rubPat?.b.soloDrill),
  text('rubPat', 'second skill, measured', ({ rubPat }) => rubPat?.b.measure),
  text('rubPat', 'together', ({ rubPat }) => rubPat?.together),
  list('support', 'kit', ({ support }) => support?.kit),
  list('support', 'tool', ({ support }) => support?.tools),
  list('support', 'people', ({ support }) => support?.people),
  text('support', 'place', ({ support }) => support?.place),
  text('support', 'time', ({ support }) => support?.time),
  text('support', 'open mind', ({ support }) => support?.mindset),
  { element: 'support', field: 'if-then plan', items: obstacleItems },
  text('payoff', 'statement', ({ payoff }) => payoff?.statement),
  text('payoff', 'kind of measure', ({ payoff }) => payoff?.kind),
  text('payoff', 'unit', ({ payoff }) => payoff?.unit),
  text('payoff', 'which way is better', ({ payoff }) => payoff && BETTER[payoff.direction]),
  text('payoff', 'target', ({ payoff }) => payoff && targetWords(payoff)),
  text('payoff', 'how it is measured', ({ payoff }) => payoff?.howMeasured),
  text('payoff', 'trials behind one value', ({ payoff }) => payoff && String(payoff.minTrials)),
  list('payoff', 'condition', ({ payoff }) => payoff?.conditions),
  text('payoff', 'applause', ({ payoff }) => payoff && APPLAUSE[payoff.applause]),
  text('payoff', 'what 0 means', ({ payoff }) => payoff?.anchors?.at0),
  text('payoff', 'what 5 means', ({ payoff }) => payoff?.anchors?.at5),
  text('payoff', 'what 10 means', ({ payoff }) => payoff?.anchors?.at10),
  text('repeat', 'minutes a take', ({ repeat }) => repeat && String(repeat.attemptMinutes)),
  text('repeat', 'sittings a week', ({ repeat }) => repeat && String(repeat.perWeek)),
  text('repeat', 'two-minute version', ({ repeat }) => repeat?.floor),
  text('repeat', 'rhythm', ({ repeat }) => repeat?.rhythm),
  { element: 'twists', field: 'twist', items: twistItems },
  { element: 'experiments', field: 'variable', items: variableItems },
  { element: 'links', field: 'link', items: linkItems },
  text('safety', 'safety', ({ safety }) => safety),
  list('formats', 'step of the checklist', ({ formats }) => formats?.checklist),
  { element: 'formats', field: 'picture', items: pictureItems },
  text('formats', 'recording', ({ formats }) => formats?.audio && mediaWords(formats.audio.media)),
  text('formats', 'recording in words', ({ formats }) => formats?.audio?.transcript),
  text('formats', 'film', ({ formats }) => formats?.video && mediaWords(formats.video.media)),
  text('formats', 'film in words', ({ formats }) => formats?.video?.transcript),
  text('source', 'where it comes from', ({ source }) => source),
  text('sizeReason', 'why it is as large as it is', ({ sizeReason }) => sizeReason),
  text('licence', 'licence', ({ licence }) => licence),
  text('slug', 'slug', ({ slug }) => slug),
  list('lineage', 'forked from', ({ lineage }) => lineage),
];

const shownWords = ({ tryFirst }: NonNullable<DiffedDesign['entryTrick']>) =>
  tryFirst ? 'after one try' : 'before the first try';

/**
 * As a library file has it: the unit is a field of its own, and rounding would hide a small change. Null where there is
 * no target yet.
 */
function targetWords({ target: { low, high } }: NonNullable<DiffedDesign['payoff']>): string | null {
  if (low !== null && high !== null) return `${low} to ${high}`;
  if (low !== null) return `${low} or more`;
  return high === null ? null : `${high} or less`;
}

function obstacleItems({ support }: DiffedDesign): readonly ListedItem[] {
  return (support?.obstacles ?? []).map((obstacle) => ({
    name: obstacle.if,
    text: `If ${obstacle.if}, then ${obstacle.then}`,
    part: { kind: 'text', field: `if-then plan for “${obstacle.if}”`, text: obstacle.then },
  }));
}

function twistItems({ twists }: DiffedDesign): readonly ListedItem[] {
  return twists.map(({ name, instruction }) => ({
    name,
    text: `${name}: ${instruction}`,
    part: { kind: 'text', field: `twist “${name}”`, text: instruction },
  }));
}

function variableItems({ experiments }: DiffedDesign): readonly ListedItem[] {
  return experiments.map(({ name, levels }) => ({
    name,
    text: `${name}: ${levels.join(', ')}`,
    part: { kind: 'list', field: `level of “${name}”`, items: levels },
  }));
}

function pictureItems({ formats }: DiffedDesign): readonly ListedItem[] {
  return (formats?.pictures ?? []).map(({ media, caption }) => ({
    name: media,
    text: `${caption} (${mediaWords(media)})`,
    part: null,
  }));
}

const HASHED = 'sha256-';

/** Enough of a hash to tell one from another. */
function mediaWords(media: string): string {
  return media.startsWith(HASHED) ? media.slice(HASHED.length, HASHED.length + 8) : media;
}

function linkItems({ links }: DiffedDesign): readonly ListedItem[] {
  return links.map(({ to, kind }) => ({
    name: to,
    text: `${LEADS[kind]} ${to}`,
    part: { kind: 'text', field: `link to “${to}”`, text: LEADS[kind] },
  }));
}
