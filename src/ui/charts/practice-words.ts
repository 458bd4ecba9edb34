import { axisLabel, formatTick, formatValue } from '../../engine/measure/format-value.ts';
import type { Measure, Target } from '../../engine/measure/measure.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import { betweenWords, shareSpan, takes } from '../../engine/picture/wording.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { formatDate } from '../format-day.ts';
import { type ChartPicture, lineSteps, outlookBand } from './chart-picture.ts';
import { beyondAxis, practiceAxis } from './practice-axis.ts';

/** The chart in sentences, for those who do not see it. */
export function describePractice(picture: ChartPicture, measure: Measure): string {
  const { n, latest, share, personalBest, baseline, gaps, target } = picture;
  const sentences = [`${axisLabel(measure)}, ${takes(n)}`];
  if (share !== null && 'share' in share.latest) {
    const { share: held, n: of } = share.latest;
    const span = shareSpan(share.latest);
    const sure = span === null ? 'too few to say how sure' : span;
    sentences.push(
      `Lately ${countFigures(Math.round(held * of))} of the last ${countFigures(of)} held, ${sure}`,
    );
  }
  if (share === null && 'median' in latest) {
    const { interval } = latest;
    const span =
      interval.kind === 'interval' ? `, ${betweenWords(measure, interval.low, interval.high)}` : '';
    sentences.push(`Latest about ${formatValue(measure, latest.median)}${span}`);
  }
  if (personalBest !== null) {
    const { value, number, at } = personalBest;
    sentences.push(`Best ${formatValue(measure, value)}, take ${countFigures(number)} on ${formatDate(at)}`);
  }
  for (const { number, value } of beyondAxis(picture, measure, practiceAxis(picture, measure)))
    sentences.push(`Take ${countFigures(number)}, ${formatValue(measure, value)}, lies beyond the axis`);
  if (baseline.kind === 'baseline') sentences.push(`Started at ${formatValue(measure, baseline.median)}`);
  const goal = targetLabel(measure, target);
  if (goal !== null) sentences.push(goal);
  if (gaps.length > 0) {
    const longest = `${countFigures(Math.round(Math.max(...gaps.map((gap) => gap.days))))} days`;
    sentences.push(
      gaps.length === 1
        ? `Once ${longest} away`
        : `${countFigures(gaps.length)} times away, at most ${longest}`,
    );
  }
  return `${sentences.map(sentenceCase).join('. ')}.`;
}

/** "target 8", "target 3 to 5", or null without a target. The unit stands over the axis. */
export function targetLabel(measure: Pick<Measure, 'kind' | 'unit'>, { low, high }: Target): string | null {
  const bounds = [...new Set([low, high])].filter((bound) => bound !== null);
  return bounds.length === 0
    ? null
    : `target ${bounds.map((bound) => formatTick(measure, bound)).join(' to ')}`;
}

/** "start 12, way in read" where there is room, and "start 12"; empty without a baseline. */
export function baselineTexts(measure: Measure, baseline: ChartPicture['baseline']): readonly string[] {
  if (baseline.kind !== 'baseline') return [];
  const start = `start ${formatTick(measure, baseline.median)}`;
  if (baseline.withTrickRead === baseline.n) return [`${start}, way in read`, start];
  return baseline.withTrickRead === 0 ? [`${start}, way in not read yet`, start] : [start];
}

/** What the marks stand for. */
export function practiceKey(picture: ChartPicture): string {
  const { n, drawn, window, share } = picture;
  const steps = lineSteps(picture);
  const hasBand = steps.some((step) => step.low !== null);
  const middle = share === null ? 'median' : 'share held';
  const line = `The line is the ${middle} of ${n < window ? 'up to ' : ''}the last ${countFigures(Math.min(n, window))}${hasBand ? ', the shade its span' : ''}.`;
  const sentences = [drawn.kind === 'points' ? 'Each dot is a take.' : binsKey(drawn.bins[0])];
  if (steps.length > 0) sentences.push(line);
  if (outlookBand(picture).length > 0)
    sentences.push('The paler shade is where each of the next takes is likely to lie.');
  if ((picture.shifts ?? []).length > 0)
    sentences.push('An upright line is where takes began to lie elsewhere than was forecast.');
  if ((picture.unlikely ?? []).length > 0)
    sentences.push('An arrow at the edge is a take beyond the axis, with its number.');
  return sentences.join(' ');
}

function binsKey(bin: { readonly n: number } | undefined): string {
  return `Each stroke holds ${takes(bin?.n ?? 0)}: light from the least to the greatest, dark the middle half.`;
}
