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

/** In the words of the form that a design is written in. */
const TIMING = { 'at-once': 'at once', 'in-turn': 'in turn' } as const;
const BETTER = { up: 'more', down: 'less', within: 'within a range' } as const;
const MEASURED = {
  count: 'how many',
  duration: 'how long',
  proportion: 'what share',
  rate: 'how many a minute',
  rating: 'how it felt or sounded, 0 to 10',
  pass: 'held, or not yet',
  score: 'a score of some other kind',
} as const;
const APPLAUSE = { inner: 'inner', outer: 'outer', both: 'both' } as const;
const LEADS = { 'carries-over-to': 'carries over to', 'part-of': 'is a part of', needs: 'needs' } as const;

/** Every field in which two versions can differ, in the order of a record. The version's own number always does. */
export const DESIGN_FIELDS: readonly DesignField[] = [
  text('title', 'what you will be able to do', ({ title }) => title),
  text('verb', 'the one verb', ({ verb }) => verb),
  text('summary', 'in a sentence', ({ summary }) => summary),
  list('needs', 'need that it answers', ({ needs }) => needs),
  list('fields', 'greater field', ({ fields }) => fields),
  text('entryTrick', 'the way in', ({ entryTrick }) => entryTrick?.text),
  text('entryTrick', 'what it hides, and when to drop it', ({ entryTrick }) => entryTrick?.limit),
  text('entryTrick', 'what comes first', ({ entryTrick }) => entryTrick && shownWords(entryTrick)),
  text('rubPat', 'when the two skills are needed', ({ rubPat }) => rubPat && TIMING[rubPat.timing]),
  text('rubPat', 'one skill', ({ rubPat }) => rubPat?.a.name),
  text('rubPat', 'one skill, practised alone', ({ rubPat }) => rubPat?.a.soloDrill),
  text('rubPat', 'one skill, measured by', ({ rubPat }) => rubPat?.a.measure),
  text('rubPat', 'the other skill', ({ rubPat }) => rubPat?.b.name),
  text('rubPat', 'the other skill, practised alone', ({ rubPat }) => rubPat?.b.soloDrill),
  text('rubPat', 'the other skill, measured by', ({ rubPat }) => rubPat?.b.measure),
  text('rubPat', 'how they come together', ({ rubPat }) => rubPat?.together),
  list('support', 'kit', ({ support }) => support?.kit),
  list('support', 'tool', ({ support }) => support?.tools),
  list('support', 'people', ({ support }) => support?.people),
  text('support', 'place', ({ support }) => support?.place),
  text('support', 'time', ({ support }) => support?.time),
  text('support', 'open mind', ({ support }) => support?.mindset),
  { element: 'support', field: 'when something is in the way', items: obstacleItems },
  text('payoff', 'it pays when', ({ payoff }) => payoff?.statement),
  text('payoff', 'each take is measured by', ({ payoff }) => payoff && MEASURED[payoff.kind]),
  text('payoff', 'counted in', ({ payoff }) => payoff?.unit),
  text('payoff', 'which way is better', ({ payoff }) => payoff && BETTER[payoff.direction]),
  text('payoff', 'target', ({ payoff }) => payoff && targetWords(payoff)),
  text('payoff', 'how it is measured', ({ payoff }) => payoff?.howMeasured),
  text('payoff', 'tries behind one value', ({ payoff }) => payoff && String(payoff.minTrials)),
  list('payoff', 'condition that stays the same', ({ payoff }) => payoff?.conditions),
  text('payoff', 'whose applause', ({ payoff }) => payoff && APPLAUSE[payoff.applause]),
  text('payoff', '0 is', ({ payoff }) => payoff?.anchors?.at0),
  text('payoff', '5 is', ({ payoff }) => payoff?.anchors?.at5),
  text('payoff', '10 is', ({ payoff }) => payoff?.anchors?.at10),
  text('repeat', 'minutes a take', ({ repeat }) => repeat && String(repeat.attemptMinutes)),
  text('repeat', 'sessions a week', ({ repeat }) => repeat && String(repeat.perWeek)),
  text('repeat', 'the two-minute version', ({ repeat }) => repeat?.floor),
  text('repeat', 'when, and how it is repeated', ({ repeat }) => repeat?.rhythm),
  { element: 'twists', field: 'twist', items: twistItems },
  { element: 'experiments', field: 'thing to vary', items: variableItems },
  { element: 'links', field: 'link', items: linkItems },
  text('safety', 'safety', ({ safety }) => safety),
  list('formats', 'step of the answer as a checklist', ({ formats }) => formats?.checklist),
  { element: 'formats', field: 'picture', items: pictureItems },
  text('formats', 'to listen to', ({ formats }) => formats?.audio && mediaWords(formats.audio.media)),
  text('formats', 'to listen to, in words', ({ formats }) => formats?.audio?.transcript),
  text('formats', 'to watch', ({ formats }) => formats?.video && mediaWords(formats.video.media)),
  text('formats', 'to watch, in words', ({ formats }) => formats?.video?.transcript),
  text('source', 'where it comes from', ({ source }) => source),
  text('sizeReason', 'it is right as it is, because', ({ sizeReason }) => sizeReason),
  text('licence', 'licence', ({ licence }) => licence),
  text('slug', 'short name', ({ slug }) => slug),
  list('lineage', 'made from', ({ lineage }) => lineage),
];

const shownWords = ({ tryFirst }: NonNullable<DiffedDesign['entryTrick']>) =>
  tryFirst ? 'try first' : 'trick first';

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
    part: { kind: 'text', field: `when something is in the way: “${obstacle.if}”`, text: obstacle.then },
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
    part: { kind: 'list', field: `setting of “${name}”`, items: levels },
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
