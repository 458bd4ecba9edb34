import type { Direction, MeasureKind } from '../../engine/measure/measure.ts';
import { typedValue } from '../../engine/measure/typed-value.ts';
import type { Micromastery } from '../library/contract.ts';

/** A micromastery while it is designed: everything as it was typed, in any order, whole or not. Lists are texts of lines. */
export type Draft = {
  readonly title: string;
  /** Empty: the first word of the title. */
  readonly verb: string;
  readonly summary: string;
  /** The greater field first, commas between. */
  readonly fields: string;
  readonly needs: string;
  readonly trick: { readonly text: string; readonly limit: string; readonly tryFirst: boolean };
  readonly payoff: PayoffDraft;
  readonly repeat: {
    readonly attemptMinutes: string;
    readonly perWeek: string;
    readonly floor: string;
    readonly rhythm: string;
  };
  readonly twists: readonly Pair[];
  /** What can be varied, with its levels, one a line. */
  readonly variables: readonly Pair[];
  readonly support: {
    readonly kit: string;
    readonly tools: string;
    readonly people: string;
    readonly place: string;
    readonly time: string;
    readonly mindset: string;
    /** If, then. */
    readonly obstacles: readonly Pair[];
  };
  readonly rubPat: {
    readonly timing: 'at-once' | 'in-turn';
    readonly a: SkillDraft;
    readonly b: SkillDraft;
    readonly together: string;
  };
  readonly checklist: string;
  readonly forms: FormsDraft;
  readonly safety: string;
  readonly source: string;
  readonly licence: string;
  readonly sizeReason: string;
};

/** The same answer to look at, to listen to and to watch. `media`: as the design names it. */
export type FormsDraft = {
  readonly pictures: readonly PictureDraft[];
  readonly audio: RecordingDraft | null;
  readonly video: RecordingDraft | null;
};
export type PictureDraft = { readonly media: string; readonly caption: string };
export type RecordingDraft = { readonly media: string; readonly transcript: string };

export type Pair = { readonly first: string; readonly second: string };
export type SkillDraft = { readonly name: string; readonly soloDrill: string; readonly measure: string };
export type PayoffDraft = {
  readonly statement: string;
  readonly kind: MeasureKind;
  readonly unit: string;
  readonly direction: Direction;
  readonly low: string;
  readonly high: string;
  readonly howMeasured: string;
  readonly minTrials: string;
  readonly conditions: string;
  readonly applause: 'inner' | 'outer' | 'both';
  readonly at0: string;
  readonly at5: string;
  readonly at10: string;
};

const EMPTY_SKILL: SkillDraft = { name: '', soloDrill: '', measure: '' };
/** One’s own work is one’s own, until one says otherwise. */
export const OWN_LICENCE = 'All rights reserved';

export const EMPTY_DRAFT: Draft = {
  title: '',
  verb: '',
  summary: '',
  fields: '',
  needs: '',
  trick: { text: '', limit: '', tryFirst: false },
  payoff: {
    statement: '',
    kind: 'count',
    unit: '',
    direction: 'up',
    low: '',
    high: '',
    howMeasured: '',
    minTrials: '1',
    conditions: '',
    applause: 'inner',
    at0: '',
    at5: '',
    at10: '',
  },
  repeat: { attemptMinutes: '', perWeek: '', floor: '', rhythm: '' },
  twists: [],
  variables: [],
  support: { kit: '', tools: '', people: '', place: '', time: '', mindset: '', obstacles: [] },
  rubPat: { timing: 'at-once', a: EMPTY_SKILL, b: EMPTY_SKILL, together: '' },
  checklist: '',
  forms: { pictures: [], audio: null, video: null },
  safety: '',
  source: '',
  licence: OWN_LICENCE,
  sizeReason: '',
};

type Design = Omit<Micromastery, 'id' | 'isOwn'>;

/** A design as it would have been typed. Reading the draft again gives an equal design, but for its number and name. */
export function draftOf(design: Design): Draft {
  const { entryTrick, payoff, repeat, support, rubPat } = design;
  return {
    ...EMPTY_DRAFT,
    title: design.title,
    verb: design.verb,
    summary: design.summary,
    fields: design.fields.join(', '),
    needs: inLines(design.needs),
    ...(entryTrick && { trick: { ...entryTrick, limit: entryTrick.limit ?? '' } }),
    ...(payoff && { payoff: payoffDraft(payoff) }),
    ...(repeat && {
      repeat: { ...repeat, attemptMinutes: String(repeat.attemptMinutes), perWeek: String(repeat.perWeek) },
    }),
    twists: design.twists.map(({ name, instruction }) => ({ first: name, second: instruction })),
    variables: design.experiments.map(({ name, levels }) => ({ first: name, second: inLines(levels) })),
    ...(support && { support: supportDraft(support) }),
    ...(rubPat && { rubPat }),
    checklist: inLines(design.formats?.checklist ?? []),
    forms: formsDraft(design.formats),
    safety: design.safety ?? '',
    source: design.source ?? '',
    licence: design.licence,
    sizeReason: design.sizeReason ?? '',
  };
}

const formsDraft = (formats: Design['formats']): FormsDraft => ({
  pictures: formats?.pictures ?? [],
  audio: formats?.audio ?? null,
  video: formats?.video ?? null,
});

function payoffDraft(payoff: NonNullable<Design['payoff']>): PayoffDraft {
  const { statement, kind, unit, direction, target, howMeasured, minTrials, conditions, applause } = payoff;
  return {
    statement,
    kind,
    unit,
    direction,
    low: typedValue(kind, target.low),
    high: typedValue(kind, target.high),
    howMeasured,
    minTrials: String(minTrials),
    conditions: inLines(conditions),
    applause,
    at0: payoff.anchors?.at0 ?? '',
    at5: payoff.anchors?.at5 ?? '',
    at10: payoff.anchors?.at10 ?? '',
  };
}

function supportDraft(support: NonNullable<Design['support']>): Draft['support'] {
  return {
    kit: inLines(support.kit),
    tools: inLines(support.tools ?? []),
    people: inLines(support.people),
    place: support.place ?? '',
    time: support.time ?? '',
    mindset: support.mindset ?? '',
    obstacles: support.obstacles.map((obstacle) => ({ first: obstacle.if, second: obstacle.then })),
  };
}

const inLines = (items: readonly string[]) => items.join('\n');
