/*
 * What a need may say, and what it says where nobody was asked: apart from the schemas, so that a screen that catches one
 * need not fetch what checks them.
 */

export const KINDS = ['gap', 'next'] as const;
export const HORIZONS = ['now', 'next-rung', 'possible-future'] as const;
export const WITHINS = ['ten-minutes', 'this-week', 'this-year'] as const;
/** The longest need, and the longest word on where it comes up, in characters. */
export const NEED_LETTERS = 500;

type Kind = (typeof KINDS)[number];
type Horizon = (typeof HORIZONS)[number];
type Within = (typeof WITHINS)[number];

const GUESSES: Readonly<Record<Horizon, { readonly kind: Kind; readonly wantedWithin: Within }>> = {
  now: { kind: 'gap', wantedWithin: 'this-week' },
  'next-rung': { kind: 'next', wantedWithin: 'this-year' },
  'possible-future': { kind: 'next', wantedWithin: 'this-year' },
};

type Caught = {
  readonly text: string;
  readonly horizon: Horizon;
  readonly context?: string | null;
  readonly kind?: Kind;
  readonly wantedWithin?: Within;
  /** When it was caught, in ISO 8601. */
  readonly raisedAt: string;
};

/** The whole need, from what was said of it: on a screen, by a phone's share, on the command line. */
export function caughtNeed({ text, horizon, raisedAt, context = null, ...said }: Caught) {
  return { ...GUESSES[horizon], ...said, text, horizon, context, raisedAt };
}

/** When it is wanted, where nobody said so. */
export function guessedWithin(horizon: Horizon): Within {
  return GUESSES[horizon].wantedWithin;
}

/** As much of a text as a need can hold: trimmed, and never ending in half a character. */
export function fitting(text: string): string {
  // NUL cannot be stored, and what is no character would come back as another one.
  const clean = text.replaceAll('\0', '').trim().slice(0, NEED_LETTERS);
  return clean
    .replace(/[\uD800-\uDBFF]$/, '')
    .toWellFormed()
    .trimEnd();
}
