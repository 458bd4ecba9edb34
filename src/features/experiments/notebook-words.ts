import { calibrationOf, calibrationSentence, type SelfRating } from '../../engine/judging/calibration.ts';
import { countWords } from '../../engine/picture/count-words.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import type { Experiment } from './contract.ts';
import { answerOf } from './prediction.ts';

/** How sure the learner was, and whether it came off: of every prediction that is decided. */
export function decidedPredictions(experiments: readonly Experiment[]): readonly SelfRating[] {
  return experiments.flatMap((experiment) => {
    const answer = answerOf(experiment);
    return answer === 'not-yet'
      ? []
      : [{ confidence: experiment.confidence, cameOff: answer === 'came-off' }];
  });
}

/** How well the predictions were judged, or how many more it takes to say so. */
export function judgementWords(ratings: readonly SelfRating[]): string {
  const calibration = calibrationOf(ratings);
  if (calibration.kind === 'calibration') return calibrationSentence(calibration);
  const { have, need } = calibration;
  const more = need - have;
  const so =
    have === 0
      ? 'None is settled so far'
      : `${sentenceCase(countWords(have))} ${have === 1 ? 'is' : 'are'} settled so far`;
  return `Once ${countWords(need)} predictions are settled, this says how well you know beforehand what will come of a thing. ${so}; ${countWords(more)} more to go, whichever way they turn out.`;
}
