import { type DrawnUnit, experimentResult, type Look } from '../../engine/experiment/experiment-result.ts';
import type { ExperimentTerms } from '../../engine/experiment/terms.ts';
import { adaptiveProbabilities } from '../../engine/trial/design.ts';
import type { Experiment, ExperimentBody, ExperimentFacts, RecordedDraw } from './contract.ts';

export type ToldExperiment = { readonly experiment: Experiment; readonly looks: readonly Look[] };

export function termsOf(
  facts: Pick<ExperimentBody, 'levels' | 'unit' | 'draw' | 'washout' | 'smallest' | 'reference'> &
    Pick<Experiment, 'measure'>,
): ExperimentTerms {
  const { levels, unit, draw, washout, measure, smallest, reference } = facts;
  return { design: { levels, unit, draw, washout }, measure, smallest, reference };
}

/** What an experiment says so far. `mostLooks`: how many of its looks to tell. */
export function toldExperiment({ draws, ...facts }: ExperimentFacts, mostLooks = 0): ToldExperiment {
  const terms = termsOf(facts);
  const first = firstOfPlaces(draws);
  const { n, levels, findings, looks, standings } = experimentResult(
    terms,
    first.map((draw) => unitOf(facts, draw)),
    mostLooks,
  );
  const nextPlace = Math.max(-1, ...draws.map(({ place }) => place)) + 1;
  const probabilities =
    facts.draw.kind === 'fixed'
      ? facts.draw.probabilities
      : adaptiveProbabilities(standings, facts.draw.floor, nextPlace);
  return {
    experiment: {
      ...facts,
      nextPlace,
      probabilities: [...probabilities],
      result: { n, levels: [...levels], findings: [...findings] },
      aside: asideOf(draws, first),
    },
    looks,
  };
}

/** Two devices that did not know of each other drew for the same place: of a lot that fell once, one draw can count. */
function firstOfPlaces(draws: readonly RecordedDraw[]): readonly RecordedDraw[] {
  return draws.filter(({ place }, at) => at === 0 || draws[at - 1]?.place !== place);
}

export function scoredValues({ takes }: Pick<RecordedDraw, 'takes'>): number[] {
  return takes.flatMap(({ value, isTakenBack, isComparable }) =>
    value === null || isTakenBack || !isComparable ? [] : [value],
  );
}

function unitOf({ levels }: Pick<ExperimentBody, 'levels'>, draw: RecordedDraw): DrawnUnit {
  return {
    place: draw.place,
    level: draw.level,
    probability: draw.probabilities[levels.indexOf(draw.level)] ?? 0,
    values: scoredValues(draw),
  };
}

function asideOf(draws: readonly RecordedDraw[], first: readonly RecordedDraw[]): Experiment['aside'] {
  const of = (isSo: (draw: RecordedDraw) => boolean) => first.filter(isSo).length;
  const empty = (draw: RecordedDraw) => scoredValues(draw).length === 0;
  const isTakenBack = (draw: RecordedDraw) =>
    draw.takes.length > 0 && draw.takes.every((take) => take.isTakenBack);
  const isOther = (draw: RecordedDraw) => draw.takes.some((take) => !take.isComparable && !take.isTakenBack);
  return {
    notKept: of((draw) => !draw.isKept),
    takenBack: of(isTakenBack),
    otherMeasure: of((draw) => empty(draw) && !isTakenBack(draw) && isOther(draw)),
    unscored: of((draw) => empty(draw) && !isTakenBack(draw) && !isOther(draw)),
    drawnTwice: draws.length - first.length,
  };
}
