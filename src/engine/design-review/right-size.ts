import { sentenceCase } from '../sentence-case.ts';
import type { Design } from './design.ts';
import { type Finding, sentencesOf, shorten } from './finding.ts';
import { type Doing, readDoing, type SingleDoing } from './right-size-doing.ts';
import { openEnd } from './right-size-end.ts';
import { type Length, lengthSaid } from './right-size-length.ts';
import { fitted, piecesOf } from './right-size-pieces.ts';
import { shapesInside } from './right-size-shapes.ts';

/** As much of a design as right-sizing looks at; a need that was only typed is a title with the rest empty. */
export type SizedDesign = Pick<Design, 'title' | 'verb' | 'summary' | 'repeat' | 'payoff'> & {
  /** Where there is no title yet, the first need stands for it. */
  readonly needs?: readonly string[];
};

export type SizeFinding = Finding & { readonly code: 'size-several-verbs' | 'size-no-end' | 'size-too-long' };

export type SmallerUnit = {
  /** At most 120 characters, and of a fitting size itself. */
  readonly title: string;
  /** Empty where the design says none. */
  readonly verb: string;
  readonly why: string;
  /** How long one attempt at it takes; null where nothing tells. */
  readonly attemptMinutes: number | null;
};

export type SizeSplit = {
  /** By its verbs; where it has no end, by doings inside it; where it is only too long, by pieces of it. */
  readonly by: 'verb' | 'doing' | 'piece';
  /** Two or three. */
  readonly units: readonly SmallerUnit[];
};

/** What takes longer is more than one unit; the review of the repetition advises from 15 minutes on. */
const MOST_MINUTES = 20;
const MOST_UNITS = 3;
const MOST_TITLE = 120;
/** Longer than any title or typed need; beyond it nothing is looked for. */
const MOST_READ = 600;

/**
 * Whether this is one self-contained unit of doing: one verb, a visible end, at most 20 minutes an attempt. Empty where
 * nothing speaks against it. It advises and never blocks. Minutes are compared; everything else is heard by lists of
 * English words (right-size-words.ts) and is a guess that prefers silence: it misses much, and in another language all.
 */
export function rightSize(design: SizedDesign): readonly SizeFinding[] {
  return [...reviewVerbs(design), ...reviewEnd(design), ...reviewLength(design)];
}

/** Two or three smaller units to take one of, or null where nothing is too large or the words tell too little. */
export function proposeSplit(design: SizedDesign): SizeSplit | null {
  const several = severalDoings(design);
  if (several !== null) return { by: 'verb', units: unitsByVerb(several.doing.parts) };
  const inside =
    openEnd(titleOf(design), design.payoff)?.element === 'title' ? unitsInside(titleOf(design)) : [];
  if (inside.length > 0) return { by: 'doing', units: inside };
  const length = tooLong(design);
  return length === null ? null : { by: 'piece', units: unitsByPiece(design, length) };
}

function reviewVerbs(design: SizedDesign): readonly SizeFinding[] {
  const several = severalDoings(design);
  if (several === null) return [];
  const { element, doing } = several;
  const verbs = doing.parts.map(({ verb }) => `“${verb}”`);
  const units = unitsByVerb(doing.parts).map(({ title }) => `“${title}”`);
  return [
    {
      element,
      code: 'size-several-verbs',
      severity: 'weak',
      why: `${inWords(verbs)} are ${verbs.length} doings. One can be repeated and counted; of several nobody can tell which one got better.`,
      betterExample: `${inWords(units)}, each a micromastery of its own.`,
    },
  ];
}

function reviewEnd(design: SizedDesign): readonly SizeFinding[] {
  const open = openEnd(titleOf(design), design.payoff);
  if (open === null) return [];
  const { element, said } = open;
  const inside = unitsInside(said).map(({ title }) => `“${title}”`);
  const texts =
    element === 'payoff'
      ? {
          why: `“${said}” comes long after an attempt, so nobody can say when one has been done, and what it was worth.`,
          betterExample: `Keep that as the reason, and count what can be seen when one attempt has just ended.`,
        }
      : {
          why: `“${shorten(said, 12)}” has no visible end: nobody can say when it has been done once, and what cannot be done once cannot be repeated.`,
          betterExample:
            inside.length === 0
              ? `Say when one attempt is over: after one talk, one page or two minutes.`
              : `One doing inside it, with an end that can be seen: ${inWords(inside, 'or')}.`,
        };
  return [{ element, code: 'size-no-end', severity: 'missing', ...texts }];
}

function reviewLength(design: SizedDesign): readonly SizeFinding[] {
  const length = tooLong(design);
  if (length === null) return [];
  const units = unitsByPiece(design, length).map(({ title }) => `“${title}”`);
  return [
    {
      element: design.repeat === null ? 'title' : 'repeat',
      code: 'size-too-long',
      severity: 'weak',
      why: `${lengthWords(length)} More than ${MOST_MINUTES} minutes of doing are seldom repeated, and what is not repeated shows no progress.`,
      betterExample: `${inWords(units)}, each short enough to begin again at once. Minutes of waiting do not count.`,
    },
  ];
}

const titleOf = ({ title, needs }: SizedDesign) =>
  (title.trim() === '' ? (needs?.[0] ?? '') : title).slice(0, MOST_READ).trim();

type SeveralDoings = { readonly element: 'title' | 'summary'; readonly doing: Doing };

/** The title says it first, then the verb beside it, then what the summary promises. */
function severalDoings(design: SizedDesign): SeveralDoings | null {
  const title = readDoing(titleOf(design));
  if (title !== null && title.parts.length > 1) return { element: 'title', doing: title };
  const parts = verbParts(design, title);
  if (parts.length > 1) return { element: 'title', doing: { text: titleOf(design), parts } };
  // A summary that only says the title once more has nothing to add to it.
  if (title !== null && design.summary.includes(titleOf(design))) return null;
  const summary = readDoing(sentencesOf(design.summary)[0] ?? '');
  return summary !== null && summary.parts.length > 1 ? { element: 'summary', doing: summary } : null;
}

/** "plan and run" as the verb of "The yearly offsite": both are done to the offsite. */
function verbParts(design: SizedDesign, title: Doing | null): readonly SingleDoing[] {
  const verbs = readDoing(design.verb)?.parts ?? [];
  const object = title?.parts[0]?.object ?? titleOf(design).replace(/^(?:An?|The|My|Our|One)\s/, lowerCase);
  return verbs.map(({ verb }) => ({ verb, object }));
}

const lowerCase = (text: string) => text.toLowerCase();

function unitsByVerb(parts: readonly SingleDoing[]): readonly SmallerUnit[] {
  const verbs = inWords(parts.map(({ verb }) => `“${verb}”`));
  const groups = parts
    .slice(0, MOST_UNITS)
    .map((part, index) => (index < MOST_UNITS - 1 ? [part] : parts.slice(index)));
  return groups.map((group) => (group.length === 1 ? onlyOf(group, verbs) : restOf(group, verbs)));
}

/** Where the verb alone has no end either, a doing inside it stands for it. */
function onlyOf(group: readonly SingleDoing[], verbs: string): SmallerUnit {
  const title = fitted(sentenceCase(groupWords(group)), MOST_TITLE);
  const verb = group[0]?.verb ?? '';
  const [inside] = openEnd(title, null) === null ? [] : unitsInside(title);
  const why = `Of ${verbs} only “${verb}”: it can be repeated and counted by itself.`;
  return inside ?? { title, verb, why, attemptMinutes: null };
}

function restOf(group: readonly SingleDoing[], verbs: string): SmallerUnit {
  return {
    title: fitted(sentenceCase(groupWords(group)), MOST_TITLE),
    verb: group[0]?.verb ?? '',
    why: `What is left of ${verbs}. It still holds more than one verb: split it again.`,
    attemptMinutes: null,
  };
}

/** Minutes of a doing that a few tries of fit into. */
const SHAPE_MINUTES = 5;

function unitsInside(title: string): readonly SmallerUnit[] {
  return shapesInside(title).map((shape) => ({
    title: fitted(shape.title, MOST_TITLE),
    verb: shape.verb,
    why: `One thing inside “${shorten(title, 12)}” that is over in minutes, so that it can be done again.`,
    attemptMinutes: SHAPE_MINUTES,
  }));
}

/** "review and report a project" where both are done to the project. */
function groupWords(group: readonly SingleDoing[]): string {
  const objects = new Set(group.map(({ object }) => object));
  const [object = ''] = objects;
  return objects.size === 1
    ? `${inWords(group.map(({ verb }) => verb))} ${object}`.trim()
    : inWords(group.map((part) => `${part.verb} ${part.object}`.trim()));
}

function unitsByPiece(design: SizedDesign, length: Length): readonly SmallerUnit[] {
  const title = titleOf(design);
  const verb = design.verb.trim() === '' ? (readDoing(title)?.parts[0]?.verb ?? '') : design.verb.trim();
  return piecesOf(title, length).map((piece) => ({
    ...piece,
    verb: readDoing(piece.title)?.parts[0]?.verb ?? verb,
    why: `${piece.why} ${lengthWords(length)}`,
  }));
}

/** Where the design has minutes of its own, these count, and not what its title says. */
function tooLong({ repeat, ...design }: SizedDesign): Length | null {
  if (repeat !== null)
    return repeat.attemptMinutes > MOST_MINUTES ? { kind: 'minutes', minutes: repeat.attemptMinutes } : null;
  const said = lengthSaid(titleOf({ repeat, ...design }));
  return said?.kind === 'minutes' && said.minutes <= MOST_MINUTES ? null : said;
}

const lengthWords = (length: Length) =>
  length.kind === 'minutes'
    ? `One attempt takes ${length.minutes} minutes.`
    : `“${sentenceCase(length.said)}” is the work of many sessions.`;

function inWords(items: readonly string[], join = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${join} ${last}`;
}
