import { countFigures } from '../../engine/picture/count-words.ts';
import { estimateShare } from '../../engine/picture/share.ts';
import { levelled, shareSpan } from '../../engine/picture/wording.ts';
import type { RatedSitting } from '../../features/self-ratings/contract.ts';

/** Mostly or wholly. */
const ABSORBED_FROM = 4;
/** As much as one could. */
const IN_BALANCE = 3;
const LEVEL = 0.8;
const FEWEST = 5;

/** How sittings were, in sentences: all of them, and those of each level that there are enough of. No cause is claimed. */
export function sittingWords(sittings: readonly RatedSitting[]): readonly string[] {
  if (sittings.length < FEWEST) {
    const more = FEWEST - sittings.length;
    return sittings.length === 0
      ? []
      : [`Too soon to say how sittings are: ${more} more ${more === 1 ? 'answer' : 'answers'}.`];
  }
  const inBalance = sittings.filter(({ hard }) => hard === IN_BALANCE).length;
  return [
    `Mostly or wholly absorbed ${countWords(sittings)}.`,
    `As hard as you could manage ${shareWords(inBalance, sittings.length)}.`,
    ...levelsOf(sittings).map(
      ({ name, level, own }) => `With ${name} ${level}: absorbed ${countWords(own)}.`,
    ),
  ];
}

function countWords(sittings: readonly RatedSitting[]): string {
  return shareWords(sittings.filter(({ absorbed }) => absorbed >= ABSORBED_FROM).length, sittings.length);
}

function shareWords(count: number, n: number): string {
  const share = estimateShare(count, n, LEVEL);
  const span = shareSpan(share) ?? levelled(LEVEL, 'too few to say how sure', 'once');
  return `in ${countFigures(count)} of ${countFigures(n)} sittings (${span})`;
}

type OfLevel = { readonly name: string; readonly level: string; readonly own: readonly RatedSitting[] };

/** Only where a variable had two levels or more, each often enough: one alone is compared with nothing. */
function levelsOf(sittings: readonly RatedSitting[]): readonly OfLevel[] {
  const names = [...new Set(sittings.flatMap(({ conditions }) => Object.keys(conditions)))].sort();
  return names.flatMap((name) => {
    const levels = [...new Set(sittings.flatMap(({ conditions }) => conditions[name] ?? []))].sort();
    const enough = levels
      .map((level) => ({ name, level, own: sittings.filter((one) => one.conditions[name] === level) }))
      .filter(({ own }) => own.length >= FEWEST);
    return enough.length < 2 ? [] : enough;
  });
}
