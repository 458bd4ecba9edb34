import { countWords } from '../../engine/picture/count-words.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import type { Variety } from '../../features/practice/contract.ts';

/** Fewer say nothing of a habit. */
const FEWEST = 4;

/** What can be wished for, in words. */
export const VARIED_SHARES = [
  { value: '0.25', label: 'About a quarter' },
  { value: '0.5', label: 'About half' },
  { value: '0.75', label: 'Most' },
] as const;

/** How much was varied of late, a count and no estimate, and beside it what was wished for. Null: nothing to tell. */
function varietySentence({ sittings, varied }: Variety, wished: number | null): string | null {
  if (sittings < FEWEST && wished === null) return null;
  const wish = wished === null ? '' : `; you want ${wishWords(wished)}`;
  if (sittings === 0) return `No sitting yet that could vary anything${wish}.`;
  if (sittings === 1) return `Your last sitting varied ${varied === 0 ? 'nothing' : 'something'}${wish}.`;
  const last = `of your last ${countWords(sittings)} sittings varied`;
  if (varied === 0) return `None ${last} anything${wish}.`;
  const which = varied === sittings ? 'All' : sentenceCase(countWords(varied));
  return `${which} ${last} something${wish}.`;
}

function wishWords(share: number): string {
  const named = VARIED_SHARES.find(({ value }) => Number(value) === share);
  if (named !== undefined) return named.label.toLowerCase();
  return share === 0 ? 'none' : `${Math.round(100 * share)} of a hundred`;
}

/** With what would do, where less was varied than was wished. */
export function varietyWords(variety: Variety, wished: number | null): string | null {
  const told = varietySentence(variety, wished);
  return told !== null && isBelowWish(variety, wished)
    ? `${told} A level, a twist or another order would do.`
    : told;
}

/** A sitting and more under what was wished: then it is told how to vary something. */
function isBelowWish({ sittings, varied }: Variety, wished: number | null): boolean {
  return wished !== null && sittings >= FEWEST && varied + 1 <= wished * sittings;
}
