import { sentenceCase } from '../../engine/sentence-case.ts';
import type { Micromastery } from '../../features/library/contract.ts';
import type { SixElement, SixElements } from '../parts/six-elements.ts';
import { firstSentence } from './first-sentence.ts';
import { minutesWords } from './minutes-words.ts';

/** Where each element stands on the page of a micromastery. */
export const ELEMENT_ANCHORS = {
  trick: 'entry-trick',
  payoff: 'payoff',
  repeat: 'repeatability',
  experiments: 'experiments',
  support: 'background-support',
  rubPat: 'rub-pat-barrier',
} as const;

export type ElementName = keyof typeof ELEMENT_ANCHORS;

/** How far each element is in place for the learner, 0 to 1. */
export type Fills = Readonly<Record<ElementName, number>>;

export const NOTHING_IN_PLACE: Fills = {
  trick: 0,
  payoff: 0,
  repeat: 0,
  experiments: 0,
  support: 0,
  rubPat: 0,
};

type Texts = {
  readonly design: Micromastery;
  readonly fills: Fills;
  /** The learner's own payoff where they set one. */
  readonly payoff: string | null;
  /** Concept-heavy skills: the trick is not told before the first try. */
  readonly isTrickHidden: boolean;
};

const NOT_WRITTEN = 'Not written yet.';
const SUMMARY_LETTERS = 90;

/** The six elements in a line each, for the figure. */
export function sixTexts({ design, fills, payoff, isTrickHidden }: Texts): SixElements {
  const { entryTrick, repeat, experiments, support, rubPat } = design;
  const element = (name: string, key: ElementName, summary: string | null | undefined): SixElement => ({
    name,
    summary: summary ? firstSentence(summary, SUMMARY_LETTERS) : NOT_WRITTEN,
    fill: fills[key],
    href: `/micromasteries/${design.id}#${ELEMENT_ANCHORS[key]}`,
  });
  return [
    element('Entry trick', 'trick', isTrickHidden ? 'Try once, then read it.' : entryTrick?.text),
    element('Payoff', 'payoff', payoff ?? design.payoff?.statement),
    element(
      'Repeatability',
      'repeat',
      repeat && `${sentenceCase(minutesWords(repeat.attemptMinutes))} a take. ${repeat.rhythm}`,
    ),
    element('Experimental possibilities', 'experiments', experimentSummary(experiments)),
    element('Background support', 'support', support && supportSummary(support)),
    element(
      'Rub-pat barrier',
      'rubPat',
      rubPat && `${sentenceCase(rubPat.a.name)} against ${rubPat.b.name}.`,
    ),
  ];
}

function experimentSummary(experiments: Micromastery['experiments']): string | null {
  const [first, ...others] = experiments;
  if (first === undefined) return null;
  const more = others.length === 0 ? '' : ` And ${others.map((variable) => variable.name).join(', ')}.`;
  return `${sentenceCase(first.levels.join(' or '))}?${more}`;
}

function supportSummary(support: NonNullable<Micromastery['support']>): string | null {
  const { place, time, kit, tools, people, mindset, obstacles } = support;
  const [plan] = obstacles;
  return (
    place ??
    time ??
    kit[0] ??
    tools?.[0] ??
    people[0] ??
    mindset ??
    (plan && `If ${plan.if}, then ${plan.then}`) ??
    null
  );
}
