import { countWords } from '../../engine/picture/count-words.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import type { Sync } from '../offline/use-sync.ts';

type Standing = Pick<Sync, 'state' | 'waiting' | 'inPageOnly' | 'onDevice'> & {
  readonly conflicts: readonly unknown[];
  readonly refused: readonly unknown[];
};

/** How it stands with all that was recorded here: what is safe, where it is, and what waits for the person. */
export function keptWords({ state, waiting, inPageOnly, onDevice, conflicts, refused }: Standing): string {
  if (inPageOnly + onDevice === 0) return 'Everything recorded here is at home too.';
  const setAside = conflicts.length + refused.length;
  return [
    inPageOnly > 0 &&
      `${entries(inPageOnly)} in this page only: leave it open until home has what you recorded.`,
    onDevice > 0 && `${entries(onDevice)} safe on this device and not yet at home.`,
    state === 'offline' && waiting > 0 && 'Bottega goes on trying by itself.',
    setAside > 0 &&
      `${setAside === 1 ? 'One waits' : `${sentenceCase(countWords(setAside))} wait`} for your word.`,
  ]
    .filter((words) => words !== false)
    .join(' ');
}

/** Before something that would end the page. */
export function lossWords(inPageOnly: number): string {
  const them = inPageOnly === 1 ? 'it' : 'them';
  return `${entries(inPageOnly)} in this page only, and signing out now would lose ${them}.`;
}

/** "One entry is", "Three entries are" */
export function entries(count: number): string {
  return count === 1 ? 'One entry is' : `${sentenceCase(countWords(count))} entries are`;
}
