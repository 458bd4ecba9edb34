import { countWords } from '../../engine/picture/count-words.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import type { Experiment, ExperimentPage } from './contract.ts';

type Unit = Experiment['unit'];
const named = (unit: Unit, count: number) =>
  `${unit === 'attempt' ? 'take' : 'session'}${count === 1 ? '' : 's'}`;

/** How many draws there were, and how often one could not be kept to. */
export function drawnWords({ unit, nextPlace, aside, draw, levels }: Experiment): string {
  const each = unit === 'attempt' ? 'every take' : 'every session';
  if (nextPlace === 0) return `The lot chooses the level for ${each}; nothing was drawn yet.`;
  const drawn = nextPlace === 1 ? `one ${named(unit, 1)}` : `all ${countWords(nextPlace)} ${named(unit, 2)}`;
  const learns = draw.kind === 'adaptive' ? ', what did better being drawn more often' : '';
  const chose = `The lot chose between ${levels.length === 2 ? 'both' : `all ${countWords(levels.length)}`} for ${drawn}${learns}.`;
  const { notKept } = aside;
  if (notKept === 0) return `${chose} You kept to it every time.`;
  return `${chose} ${sentenceCase(countWords(notKept))} could not be done as drawn, and ${notKept === 1 ? 'counts' : 'count'} as drawn.`;
}

/** What is left out and why; null where nothing is. */
export function leftOutWords({ unit, aside }: Experiment): string | null {
  const reasons = [
    [aside.unscored, 'without a score'],
    [aside.takenBack, 'taken back'],
    [aside.otherMeasure, 'measured otherwise'],
    [aside.drawnTwice, 'drawn a second time on another device'],
  ] as const;
  const told = reasons.filter(([count]) => count > 0).map(([count, why]) => `${countWords(count)} ${why}`);
  if (told.length === 0) return null;
  const total = reasons.reduce((sum, [count]) => sum + count, 0);
  return `${sentenceCase(told.join(', '))}: ${total === 1 ? 'this' : 'these'} ${named(unit, total)} ${total === 1 ? 'tells' : 'tell'} nothing of the difference.`;
}

const SCALED: readonly Experiment['measure']['kind'][] = ['count', 'duration', 'rate', 'proportion'];

/** Whether an effect is a share of what there is, and so is told in the unit at one value. */
export function isToldAtReference({ kind, direction }: Experiment['measure']): boolean {
  return direction !== 'within' && SCALED.includes(kind);
}

/** Whether the lot was what it was committed to; null while home has not looked. */
export function checkWords(check: ExperimentPage['check']): string | null {
  if (check === null) return null;
  const { draws, otherwise } = check;
  if (draws === 0) return 'Nothing was drawn.';
  if (otherwise.length === 0)
    return draws === 1 ? 'The one draw is as committed.' : `All ${draws} draws are as committed.`;
  const places = otherwise.map((place) => String(place + 1));
  const which =
    places.length === 1
      ? `Draw ${places[0]} is`
      : `Draws ${places.slice(0, -1).join(', ')} and ${places.at(-1)} are`;
  return `${which} not what the seed draws; the other ${draws - otherwise.length} are as committed.`;
}
