import { sentenceCase } from '../sentence-case.ts';
import type { Design } from './design.ts';
import { type Finding, sentencesOf, shorten } from './finding.ts';
import { type Doing, readDoing, type SingleDoing } from './right-size-doing.ts';
import { openEnd } from './right-size-end.ts';
import { type Length, lengthSaid } from './right-size-length.ts';

/** As much of a design as right-sizing looks at; a need that was only typed is a title with the rest empty. */
export type SizedDesign = Pick<Design, 'title' | 'verb' | 'summary' | 'repeat' | 'payoff'> & {
  /** Where there is no title yet, the first need stands for it. */
  readonly needs?: readonly string[];
};

export type SizeFinding = Finding & { readonly code: 'size-several-verbs' | 'size-no-end' | 'size-too-long' };

export type SmallerUnit = {
  /** At most 120 characters, from the words of the design. */
  readonly title: string;
  /** Empty where the design says none. */
  readonly verb: string;
  readonly why: string;
};

export type SizeSplit = {
  /** By its verbs, or, where it is only too long, by its opening, middle and end. */
  readonly by: 'verb' | 'phase';
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

/** Two or three smaller units from the words that are there, or null where these say no place to split at. */
export function proposeSplit(design: SizedDesign): SizeSplit | null {
  const several = severalDoings(design);
  if (several !== null) return { by: 'verb', units: unitsByVerb(several.doing.parts) };
  const length = tooLong(design);
  return length === null ? null : { by: 'phase', units: unitsByPhase(design, length) };
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
  const texts =
    element === 'payoff'
      ? {
          why: `“${said}” comes long after an attempt, so nobody can say when one has been done, and what it was worth.`,
          betterExample: `Keep that as the reason, and count what can be seen when one attempt has just ended.`,
        }
      : {
          why: `“${shorten(said, 12)}” has no visible end: nobody can say when it has been done once, and what cannot be done once cannot be repeated.`,
          betterExample: `Say when one attempt is over: “${shorten(said, 12)}” for one talk, for one page or for two minutes.`,
        };
  return [{ element, code: 'size-no-end', severity: 'missing', ...texts }];
}

function reviewLength(design: SizedDesign): readonly SizeFinding[] {
  const length = tooLong(design);
  if (length === null) return [];
  const units = unitsByPhase(design, length).map(({ title }) => `“${title}”`);
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
  return groups.map((group): SmallerUnit => {
    const verb = group[0]?.verb ?? '';
    return {
      title: fitted(sentenceCase(groupWords(group)), ''),
      verb,
      why:
        group.length === 1
          ? `Of ${verbs} only “${verb}”: it can be repeated and counted by itself.`
          : `What is left of ${verbs}. It still holds more than one verb: split it again.`,
    };
  });
}

/** "review and report a project" where both are done to the project. */
function groupWords(group: readonly SingleDoing[]): string {
  const objects = new Set(group.map(({ object }) => object));
  const [object = ''] = objects;
  return objects.size === 1
    ? `${inWords(group.map(({ verb }) => verb))} ${object}`.trim()
    : inWords(group.map((part) => `${part.verb} ${part.object}`.trim()));
}

const PHASES = [
  { name: 'the opening', why: 'Only its beginning, which can be begun again at once.' },
  { name: 'the middle', why: 'One stretch of it, taken up where the opening would have ended.' },
  { name: 'the end', why: 'Only its last stretch, up to where it is visibly over.' },
] as const;

function unitsByPhase(design: SizedDesign, length: Length): readonly SmallerUnit[] {
  const title = titleOf(design).replace(/[.!?…]+$/, '');
  const verb = design.verb.trim() === '' ? (readDoing(title)?.parts[0]?.verb ?? '') : design.verb.trim();
  return PHASES.map(({ name, why }) => ({
    title: fitted(sentenceCase(title === '' ? name : title), title === '' ? '' : `: ${name}`),
    verb,
    why: `${why} ${lengthWords(length)}`,
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
    : `“${sentenceCase(length.said)}” is the work of many sittings.`;

/** Cut at a word, so that no title grows longer than a title may be. */
function fitted(text: string, ending: string): string {
  const most = MOST_TITLE - ending.length;
  if (text.length <= most) return `${text}${ending}`;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…${ending}`;
}

function inWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
