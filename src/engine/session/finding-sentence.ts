import {
  formatAmount,
  formatFromTo,
  formatRange,
  formatTick,
  formatValue,
  readsSame,
} from '../measure/format-value.ts';
import type { Measure } from '../measure/measure.ts';
import { countFigures, countWords } from '../picture/count-words.ts';
import { heldWords, middleWords, takes, takesSpan } from '../picture/takes-words.ts';
import type { ConditionLevel, Learned, SessionFinding, SessionPositive, Usual } from './finding.ts';

/** The finding in one or two sentences, with its numbers: about the work, never about the person. */
export function findingSentence(measure: Measure, finding: SessionFinding): string {
  if (finding.kind === 'learned') return learnedSentence(measure, finding.learned);
  return positiveSentence(measure, finding);
}

type Finding<Kind> = Extract<SessionPositive, { kind: Kind }>;

function positiveSentence(measure: Measure, finding: SessionPositive): string {
  switch (finding.kind) {
    case 'target-reached':
      return targetReachedSentence(measure, finding);
    case 'target-held': {
      const middle = middleWords(measure, finding);
      if (finding.completes) return `The target held on a third day: ${middle}. The payoff is met.`;
      if (finding.daysHeld >= finding.daysNeeded) return `The target held again: ${middle}.`;
      return `The target held: ${middle}. That is day ${finding.daysHeld} of ${finding.daysNeeded}.`;
    }
    case 'personal-best':
    case 'best-of-week':
      return bestSentence(measure, finding);
    case 'steadier':
      return steadierSentence(measure, finding);
    case 'first-with-condition':
      return firstWithSentence(measure, finding);
    case 'back-after-gap':
      return `${countFigures(Math.floor(finding.days))} days between takes, and it is still there: ${middleWords(measure, finding)}. Before, ${usualWords(measure, finding)}.`;
    case 'early-variety':
      return `${finding.ways.length} ways tried in the first ${takes(finding.attempts)}: ${finding.ways.join(', ')}.`;
    default:
      return finding satisfies never;
  }
}

function targetReachedSentence(measure: Measure, { value }: Finding<'target-reached'>): string {
  const reached = 'The target is reached for the first time';
  return measure.kind === 'pass' ? `${reached}.` : `${reached}: ${formatValue(measure, value)}.`;
}

/** Among passes the best can only be the first of its sort. */
function bestSentence(measure: Measure, finding: Finding<'personal-best' | 'best-of-week'>): string {
  const value = formatValue(measure, finding.value);
  const previous = formatValue(measure, finding.previous);
  const isPass = measure.kind === 'pass';
  if (finding.kind === 'personal-best') {
    if (isPass)
      return `The first take that is “${value}”: the ${takes(finding.earlier)} before were “${previous}”.`;
    return `Best so far: ${value}. Before it, the best of ${takes(finding.earlier)} was ${previous}.`;
  }
  const days = `the ${takes(finding.others)} of the seven days before`;
  if (isPass) return `The first take in seven days that is “${value}”: ${days} were “${previous}”.`;
  return `Best in seven days: ${value}. The best of ${days} was ${previous}.`;
}

function steadierSentence(measure: Measure, finding: Finding<'steadier'>): string {
  const { spread, spreadBefore, sessionsBefore, fewest } = finding;
  const today =
    spread === 0
      ? 'takes were all the same today, and lay about'
      : `takes lay about ${formatAmount(measure, spread)} from the middle today, and`;
  const away = spread === 0 ? ' from the middle' : '';
  // Shorter sessions are passed over, so they are not said to be among them.
  const before = `the last ${countFigures(sessionsBefore)} sessions of ${countWords(fewest)} takes or more`;
  return `Steadier: ${today} ${formatAmount(measure, spreadBefore)}${away} over ${before}.`;
}

function firstWithSentence(measure: Measure, finding: Finding<'first-with-condition'>): string {
  const { condition, n, low, high, best, held } = finding;
  if (n === 1) return `First take with “${condition}”: ${formatValue(measure, high)}.`;
  const first = `First takes with “${condition}”`;
  if (held !== null) return `${first}: ${countFigures(held)} of ${countFigures(n)} held.`;
  const many = `${first}: ${countFigures(n)} of them`;
  if (readsSame(measure, low, high)) return `${many}, all ${formatFromTo(measure, low, high)}.`;
  if (best === null) return `${many}, ${formatFromTo(measure, low, high)}.`;
  return `${many}, the best ${formatValue(measure, best)}.`;
}

export function usualWords(measure: Measure, { q25, q75, nBefore, heldBefore }: Usual): string {
  if (heldBefore !== null) return heldWords(heldBefore, nBefore);
  const verb = readsSame(measure, q25, q75) ? 'lay' : 'ran';
  return `the middle half of ${takes(nBefore)} ${verb} ${formatFromTo(measure, q25, q75)}`;
}

function learnedSentence(measure: Measure, learned: Learned): string {
  switch (learned.what) {
    case 'no-attempts':
      return 'No takes this time, and nothing is lost.';
    case 'starting-range':
      if (learned.n === 1)
        return `The first take is down: ${formatValue(measure, learned.low)}. One is too few to say more.`;
      return `This is where you start: ${takesSpan(measure, learned)}.`;
    case 'towards-a-trend':
      return `${takes(learned.n)} so far, too few to say more. At least ${countWords(learned.more)} more before anything can be said about a trend.`;
    case 'harder-condition': {
      const { harder, easier } = learned;
      return `Today “${harder.condition}” was harder than “${easier.condition}”: ${conditionWords(measure, harder)}, against ${conditionWords(measure, easier)}. One session says little by itself.`;
    }
    case 'against-usual':
      return againstUsualSentence(measure, learned);
    default:
      return learned satisfies never;
  }
}

/** Said as a middle, or "20 catches over 3 takes" could be taken for their sum. */
function conditionWords(measure: Measure, { n, median, held }: ConditionLevel): string {
  if (held !== null) return heldWords(held, n);
  return `a middle of ${formatValue(measure, median)} over ${takes(n)}`;
}

/** The verdict with where takes usually land, and then how much stands behind either. */
function againstUsualSentence(
  measure: Measure,
  learned: Extract<Learned, { what: 'against-usual' }>,
): string {
  const { n, median, q25, q75, nBefore, held, heldBefore } = learned;
  const few = 'One session says little.';
  if (held !== null && heldBefore !== null)
    return `${countFigures(held)} of ${takes(n)} held, against ${countFigures(heldBefore)} of ${countFigures(nBefore)} before. ${few}`;
  const now = formatTick(measure, median);
  const usual = `${formatRange(measure, q25, q75)} before`;
  const behind = `${n === 1 ? 'One take' : `The middle of ${takes(n)}`}, set against the middle half of the ${countFigures(nBefore)} before. ${few}`;
  switch (learned.place) {
    case 'inside':
      if (readsSame(measure, q25, q75))
        return `Where takes usually land: ${formatValue(measure, median)}. ${behind}`;
      return `Where takes usually land: ${now}, within the ${usual}. ${behind}`;
    case 'better':
      return `Better than usual: ${now}, against ${usual}. ${behind}`;
    case 'other-side':
      return `On the other side of the range: ${now}, against ${usual}. ${behind}`;
    case 'worse':
    case 'unjudged':
      return `Outside the usual: ${now}, against ${usual}. ${behind}`;
    default:
      return learned.place satisfies never;
  }
}
