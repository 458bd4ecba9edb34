import { formatAmount, formatRange, formatValue } from '../measure/format-value.ts';
import type { Measure } from '../measure/measure.ts';
import { countFigures, countWords } from '../picture/count-words.ts';
import { takes } from '../picture/wording.ts';
import type { Learned, SessionFinding, SessionPositive } from './finding.ts';

/** The finding in one or two sentences, with its numbers: about the work, never about the person. */
export function findingSentence(measure: Measure, finding: SessionFinding): string {
  if (finding.kind === 'learned') return learnedSentence(measure, finding.learned);
  return positiveSentence(measure, finding);
}

function middleOf(measure: Measure, n: number, median: number): string {
  const value = formatValue(measure, median);
  return n === 1 ? `one take, ${value}` : `the middle of ${takes(n)} is ${value}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function positiveSentence(measure: Measure, finding: SessionPositive): string {
  const show = (value: number) => formatValue(measure, value);
  switch (finding.kind) {
    case 'target-reached':
      return `The target is reached for the first time: ${show(finding.value)}.`;
    case 'target-held': {
      const middle = middleOf(measure, finding.n, finding.median);
      if (finding.completes) return `The target held on a third day: ${middle}. The payoff is met.`;
      if (finding.daysHeld >= finding.daysNeeded) return `The target held again: ${middle}.`;
      return `The target held: ${middle}. That is day ${finding.daysHeld} of ${finding.daysNeeded}.`;
    }
    case 'personal-best':
      return `Best so far: ${show(finding.value)}. Before it, the best of ${takes(finding.earlier)} was ${show(finding.previous)}.`;
    case 'best-of-week':
      return `Best in seven days: ${show(finding.value)}. The best of the ${takes(finding.others)} before was ${show(finding.previous)}.`;
    case 'steadier':
      return `Steadier: takes lay about ${formatAmount(measure, finding.spread)} from the middle today, and ${formatAmount(measure, finding.spreadBefore)} over the ${countFigures(finding.sessionsBefore)} sessions before.`;
    case 'first-with-condition': {
      const best = show(finding.value);
      if (finding.n === 1) return `First take with “${finding.condition}”: ${best}.`;
      return `First takes with “${finding.condition}”: ${countFigures(finding.n)} of them, the best ${best}.`;
    }
    case 'back-after-gap':
      return `${countFigures(Math.floor(finding.days))} days between takes, and it is still there: ${middleOf(measure, finding.n, finding.median)}. Before, ${usual(measure, finding)}.`;
    case 'early-variety':
      return `${finding.conditions.length} ways tried in the first ${takes(finding.attempts)}: ${finding.conditions.join(', ')}.`;
    default:
      return finding satisfies never;
  }
}

function usual(
  measure: Measure,
  { q25, q75, nBefore }: { readonly q25: number; readonly q75: number; readonly nBefore: number },
): string {
  return `the middle half of ${takes(nBefore)} ran from ${formatRange(measure, q25, q75)}`;
}

function learnedSentence(measure: Measure, learned: Learned): string {
  const show = (value: number) => formatValue(measure, value);
  switch (learned.what) {
    case 'no-attempts':
      return 'No takes this time, and nothing is lost.';
    case 'starting-range':
      if (learned.n === 1) return `The first take is down: ${show(learned.low)}.`;
      return `${takes(learned.n)}, from ${formatRange(measure, learned.low, learned.high)}: this is where you start.`;
    case 'towards-a-trend':
      return `${takes(learned.n)} so far. ${capital(countWords(learned.more))} more before anything can be said about a trend.`;
    case 'harder-condition':
      return `Today “${learned.harder}” was the harder: ${show(learned.harderMedian)} over ${takes(learned.harderN)}, against ${show(learned.easierMedian)} over ${takes(learned.easierN)} with “${learned.easier}”. One session says little by itself.`;
    case 'against-usual': {
      const middle = capital(middleOf(measure, learned.n, learned.median));
      if (learned.place === 'inside')
        return `${middle}, where takes usually land: ${usual(measure, learned)}.`;
      if (learned.place === 'better')
        return `${middle}, better than usual: ${usual(measure, learned)}. One session says little.`;
      return `${middle}. Before, ${usual(measure, learned)}. One session says little.`;
    }
    default:
      return learned satisfies never;
  }
}
