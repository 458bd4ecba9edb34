/** Which part of a design a finding is about: the name of its field. */
type ReviewedElement =
  | 'title'
  | 'summary'
  | 'needs'
  | 'entryTrick'
  | 'rubPat'
  | 'support'
  | 'payoff'
  | 'repeat'
  | 'twists'
  | 'experiments'
  | 'safety';

/** Advice, never a bar: `missing` where nothing stands, `weak` where something stands that could serve better. */
export type Finding = {
  readonly element: ReviewedElement;
  readonly code: string;
  readonly severity: 'missing' | 'weak';
  /** What this costs the person who practises, in one or two sentences. */
  readonly why: string;
  /** Something that could stand there instead, made from the design's own words where it has any. */
  readonly betterExample: string;
};

/** Long texts are shown by their beginning, so that an example stays an example. */
export function shorten(text: string, most: number): string {
  const all = wordsOf(text);
  return all.length <= most ? all.join(' ') : `${all.slice(0, most).join(' ')} …`;
}

export const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

export const sentencesOf = (text: string): readonly string[] =>
  (text.match(/[^.!?…]+(?:[.!?…]+["”’)]*|$)/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
