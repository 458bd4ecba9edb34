import { sentenceCase } from '../sentence-case.ts';
import { type Length, withoutLength } from './right-size-length.ts';

/** One piece of what is too long, short enough to be done again at once. */
export type Piece = { readonly title: string; readonly why: string; readonly attemptMinutes: number };

const PIECE_MINUTES = 10;
const MOST_TITLE = 120;
const STRETCHES = [
  { name: 'the first ten minutes', why: 'Only its beginning, which can be begun again at once.' },
  {
    name: 'ten minutes from the middle',
    why: 'One stretch of it, taken up where the beginning would have ended.',
  },
  { name: 'the last ten minutes', why: 'Only its last stretch, up to where it is visibly over.' },
] as const;
/** Made of pages. */
const WRITTEN = /\b(?:book|dissertation|novel|phd|thesis)\b/i;
/** "I would love to write …": what is made comes after its verb. */
const UP_TO_WORK = /^(?:(?:i|we)\s.*?\bto\s+)?(?:set up|\p{L}[\p{L}-]*)\s+/iu;

/** Two or three. `title`: what is too long; where it says nothing, the pieces are named by themselves. */
export function piecesOf(title: string, length: Length): readonly Piece[] {
  const plain = title.replace(/[.!?…]+$/, '');
  return length.kind === 'project' ? piecesOfWork(plain.replace(UP_TO_WORK, '')) : stretchesOf(plain);
}

function stretchesOf(title: string): readonly Piece[] {
  const whole = withoutLength(title);
  return STRETCHES.map(({ name, why }) => ({
    title:
      whole === ''
        ? sentenceCase(name)
        : `${fitted(sentenceCase(whole), MOST_TITLE - name.length - 2)}: ${name}`,
    why,
    attemptMinutes: PIECE_MINUTES,
  }));
}

function piecesOfWork(work: string): readonly Piece[] {
  const name = fitted(work, 70);
  const texts = WRITTEN.test(work)
    ? [
        [`Write one page of ${name}`, 'A page is written in one session, and the next one can be better.'],
        [`Read one page of ${name} aloud`, 'The ear finds in minutes what the next page can do without.'],
      ]
    : [
        [`Write down the next three steps of ${name}`, 'Minutes, and what comes next is clear.'],
        [`Work for ten minutes on the next step of ${name}`, 'One session that ends by the clock.'],
      ];
  return texts.map(([title = '', why = '']) => ({ title, why, attemptMinutes: PIECE_MINUTES }));
}

/** Cut at a word, so that no title grows longer than a title may be. */
export function fitted(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…`;
}
