import { z } from 'zod';
import { DIRECTIONS, MEASURE_KINDS } from '../../engine/measure/measure.ts';
import { targetFault, targetFaultWords } from '../../engine/measure/target-fault.ts';
import { Moment } from '../../platform/contract.ts';

/** No control characters (PostgreSQL cannot store NUL) and no half of a surrogate pair (UTF-8 cannot). */
const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u;
const SEVERAL_LINES = /^(?:[^\p{Cc}\p{Cs}]|\n)*$/u;
// No .regex: the document would have the pattern with its flag, which no reader of it understands.
const isOneLine = (text: string) => ONE_LINE.test(text);
const isSeveralLines = (text: string) => SEVERAL_LINES.test(text);
const NOT_TEXT = 'holds a character that is not text, such as a control character: type it again';

const joinBlanks = (text: string) => text.replace(/[ \t\r\n\f\v\u2028\u2029]+/g, ' ').trim();

const joinLines = (text: string) =>
  text
    .split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/)
    .map(joinBlanks)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');

/** One line of text: runs of blanks and line breaks become one space, so a file may wrap it anywhere. */
export const line = (most: number) =>
  z.string().overwrite(joinBlanks).min(1).max(most).refine(isOneLine, NOT_TEXT);

/** Paragraphs with an empty line between; inside a paragraph, a line break is only wrapping. */
export const prose = (most: number) =>
  z.string().overwrite(joinLines).min(1).max(most).refine(isSeveralLines, NOT_TEXT);

/** Things that are found by their name: two of one name could not be told apart. */
const isUnique = (names: readonly string[]) => new Set(names).size === names.length;

export const Slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens');

export const Target = z.object({
  low: z.number().nullable().describe('Better from here up; null where the direction is down.'),
  high: z.number().nullable().describe('Better from here down; null where the direction is up.'),
});

export const EntryTrick = z.object({
  text: prose(600),
  limit: prose(400).nullable().describe('What the trick hides, and when to drop it.'),
  tryFirst: z.boolean().describe('Concept-heavy skills: one try before the trick is shown.'),
});

export const ComponentSkill = z.object({ name: line(80), soloDrill: line(300), measure: line(160) });

export const RubPat = z.object({
  timing: z.enum(['at-once', 'in-turn']),
  a: ComponentSkill,
  b: ComponentSkill,
  together: line(300),
});

// biome-ignore lint/suspicious/noThenProperty: an if-then plan is plain text, and nobody awaits a string
export const Obstacle = z.object({ if: line(160), then: line(200) });

export const Support = z.object({
  kit: z.array(line(160)).max(12),
  tools: z.array(line(160)).min(1).max(12).optional(),
  people: z.array(line(160)).max(8),
  place: line(200).nullable(),
  time: line(200).nullable(),
  mindset: line(200).nullable(),
  obstacles: z.array(Obstacle).max(8),
});

export const Anchors = z.object({
  at0: line(120),
  at5: line(120),
  at10: line(120),
});

export const SuggestedPayoff = z
  .object({
    statement: line(200).describe('The payoff as a sentence that the learner would say.'),
    kind: z.enum(MEASURE_KINDS),
    unit: line(40),
    direction: z.enum(DIRECTIONS),
    target: Target.describe('An opening suggestion, which the learner replaces with their own.'),
    howMeasured: line(400),
    minTrials: z
      .int()
      .min(1)
      .max(100)
      .describe(
        'Trials behind one value: of a share, those inside one take; else the takes of a sitting, or tries of a take.',
      ),
    conditions: z.array(line(200)).max(6),
    applause: z.enum(['inner', 'outer', 'both']),
    anchors: Anchors.nullable(),
  })
  .superRefine((payoff, context) => {
    const fault = targetFault(payoff);
    // A file has one field for both ends.
    if (fault !== null)
      context.addIssue({ code: 'custom', path: ['target'], message: targetFaultWords(payoff, fault) });
  });

export const Repeatability = z.object({
  attemptMinutes: z
    .number()
    .min(0.1)
    .max(120)
    .describe('Minutes of doing in one attempt; waiting for an oven or a reply does not count.'),
  perWeek: z.int().min(1).max(70).describe('Sittings a week.'),
  floor: line(200).describe('The two-minute version for a pressed day.'),
  rhythm: line(200),
});

export const Twist = z.object({ name: line(60), instruction: line(200) });

export const Variable = z.object({
  name: line(60),
  levels: z.array(line(60)).min(2).max(4).refine(isUnique, 'names a level twice: keep one'),
});

export const Link = z.object({ to: Slug, kind: z.enum(['carries-over-to', 'part-of', 'needs']) });

/** A picture or a recording: in the library, a file beside it; in one’s own, what was uploaded, by its SHA-256. */
export const MediaName = z
  .string()
  .max(120)
  .regex(
    /^([a-z0-9][a-z0-9-]*\.(svg|png|jpg|webp|mp3|webm|mp4)|sha256-[0-9a-f]{64})$/,
    'is no name of a picture or a recording',
  );

const Recording = z.object({
  media: MediaName,
  transcript: prose(4000).describe('What is said and done, for whoever cannot hear or see it.'),
});

/** The same answer in other forms, where they are there; the reader picks. */
export const Formats = z
  .object({
    checklist: z.array(line(200)).min(1).max(20).optional(),
    pictures: z
      .array(z.object({ media: MediaName, caption: line(300).describe('What the step is, in words.') }))
      .min(1)
      .max(12)
      .optional(),
    audio: Recording.optional(),
    video: Recording.optional(),
  })
  .refine(
    (formats) => Object.values(formats).some((format) => format !== undefined),
    'names no form: leave it out',
  );
export type Formats = z.infer<typeof Formats>;

/**
 * One version of a micromastery: what is written in a library file and what a practice follows.
 * Any of the six elements may still be missing (null or empty): the design review advises, it never blocks.
 */
export const MicromasteryDesign = z.object({
  slug: Slug,
  title: line(120),
  verb: line(40),
  summary: prose(300),
  needs: z
    .array(line(160))
    .max(12)
    .describe('Needs that this answers, in the words of people who have them.'),
  fields: z.array(line(80)).min(1).max(8).describe('The greater field first, then what it leads on to.'),
  entryTrick: EntryTrick.nullable(),
  rubPat: RubPat.nullable(),
  support: Support.nullable(),
  payoff: SuggestedPayoff.nullable(),
  repeat: Repeatability.nullable(),
  twists: z
    .array(Twist)
    .max(20)
    .refine((twists) => isUnique(twists.map((twist) => twist.name)), 'names a twist twice: keep one'),
  experiments: z
    .array(Variable)
    .max(12)
    .refine((all) => isUnique(all.map((variable) => variable.name)), 'names a variable twice: keep one'),
  links: z
    .array(Link)
    .max(20)
    .refine((links) => isUnique(links.map((link) => link.to)), 'links to one design twice: keep one'),
  safety: prose(400).nullable(),
  formats: Formats.optional(),
  source: line(300).optional().describe('Where it comes from: an address, a book, an answer that was found.'),
  sizeReason: line(300).optional().describe('Why it is right as large as it is, where its author says so.'),
  licence: line(80),
  version: z.int().min(1).max(10_000),
  lineage: z
    .array(line(120))
    .max(20)
    .describe('Slug and version of each design that this one was forked from.'),
});
export type MicromasteryDesign = z.infer<typeof MicromasteryDesign>;

export const MicromasteryId = z.uuid();

/** As little as a design may have: a title, a verb, a field, and none of the six elements. */
export const EXAMPLE_DESIGN = {
  slug: 'sixty-second-opening',
  title: 'The sixty-second opening',
  verb: 'open',
  summary: 'You will be able to open a talk so that the room looks up.',
  needs: [],
  fields: ['speaking and teaching'],
  entryTrick: null,
  rubPat: null,
  support: null,
  payoff: null,
  repeat: null,
  twists: [],
  experiments: [],
  links: [],
  safety: null,
  licence: 'CC BY 4.0',
  version: 1,
  lineage: [],
} satisfies MicromasteryDesign;
const EXAMPLE_FILE = `---
slug: sixty-second-opening
title: The sixty-second opening
verb: open
fields: [speaking and teaching]
licence: CC BY 4.0
version: 1
---

You will be able to open a talk so that the room looks up.
`;

/** A version of one’s own micromastery, as the canvas saves it. */
export const DesignBody = z
  .object({ design: MicromasteryDesign, savedAt: Moment })
  .meta({ id: 'DesignBody', examples: [{ design: EXAMPLE_DESIGN, savedAt: '2026-03-01T08:00:00Z' }] });
export type DesignBody = z.infer<typeof DesignBody>;

export const DesignVersion = z.object({
  version: z.int(),
  savedAt: z.string(),
  design: MicromasteryDesign,
});
export const DesignVersions = z
  .object({
    id: MicromasteryId,
    isOwn: z.boolean(),
    versions: z.array(DesignVersion).max(100).describe('Newest first.'),
  })
  .meta({ id: 'DesignVersions' });
export type DesignVersions = z.infer<typeof DesignVersions>;

export const DesignFile = z
  .object({ text: z.string().max(64_000).describe('Markdown with YAML front matter.') })
  .meta({ id: 'DesignFile', examples: [{ text: EXAMPLE_FILE }] });
export const ReadDesign = z.object({ design: MicromasteryDesign }).meta({ id: 'ReadDesign' });

export const Micromastery = MicromasteryDesign.extend({
  id: MicromasteryId,
  isOwn: z.boolean().default(false).describe('Whether who asks is its author, or has it as their own.'),
}).meta({ id: 'Micromastery' });
export type Micromastery = z.infer<typeof Micromastery>;

export const WordMatch = z.object({
  typed: z.string(),
  word: z.string().describe('The word of the library that it was found by.'),
  isNear: z.boolean().describe('Found as the nearest spelling, not as typed.'),
});
export type WordMatch = z.infer<typeof WordMatch>;

/** What a person needs to see of a micromastery to choose it: the entry trick can be read at once. */
export const MicromasteryCard = z
  .object({
    id: MicromasteryId,
    slug: Slug,
    title: z.string(),
    summary: z.string(),
    field: z.string(),
    entryTrick: EntryTrick.nullable(),
    attemptMinutes: z.number().nullable(),
    floor: z.string().nullable(),
    matches: z.array(WordMatch).max(64),
    isBeside: z
      .boolean()
      .optional()
      .describe('Of the same things as the need, and no answer to it. Told where nothing answers it.'),
  })
  .meta({ id: 'MicromasteryCard' });
export type MicromasteryCard = z.infer<typeof MicromasteryCard>;

export const SearchResult = z
  .object({
    total: z.int().describe('How many micromasteries there are to choose from.'),
    found: z.array(MicromasteryCard).max(50).describe('Best first.'),
  })
  .meta({ id: 'SearchResult' });
export type SearchResult = z.infer<typeof SearchResult>;

export const Library = z
  .object({ micromasteries: z.array(Micromastery).max(500).describe('One’s own first, then the house’s.') })
  .meta({ id: 'Library' });
export type Library = z.infer<typeof Library>;
