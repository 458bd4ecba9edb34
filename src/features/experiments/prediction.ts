import type { LevelFinding } from '../../engine/experiment/experiment-result.ts';
import type { Experiment } from './contract.ts';

export type PredictionAnswer = 'came-off' | 'did-not' | 'not-yet';

type Asked = Pick<Experiment, 'predictedLevel'> & {
  readonly levels: readonly string[];
  readonly findings: readonly Pick<LevelFinding, 'level' | 'estimate' | 'verdict'>[];
};

/** Whether what the learner expected came off; `not-yet` wherever the verdicts leave it open. */
export function predictionAnswer({ predictedLevel, levels, findings }: Asked): PredictionAnswer {
  if (findings.length === 0) return 'not-yet';
  const every = (...verdicts: readonly LevelFinding['verdict'][]) =>
    findings.every(({ verdict }) => verdicts.includes(verdict));
  const some = (verdict: LevelFinding['verdict']) => findings.some((finding) => finding.verdict === verdict);
  if (predictedLevel === null) {
    if (every('no-difference')) return 'came-off';
    return some('better') || some('worse') ? 'did-not' : 'not-yet';
  }
  if (predictedLevel === levels[0]) {
    // Where nothing differs it is not the best: as with any other level.
    if (some('better') || every('no-difference')) return 'did-not';
    return some('worse') && !some('not-enough') ? 'came-off' : 'not-yet';
  }
  const own = findings.find(({ level }) => level === predictedLevel);
  if (own?.verdict === 'worse' || own?.verdict === 'no-difference') return 'did-not';
  if (own?.verdict !== 'better') return 'not-yet';
  const isBeaten = findings.some(
    ({ verdict, estimate }) => verdict === 'better' && (estimate ?? 0) > (own.estimate ?? 0),
  );
  return isBeaten ? 'not-yet' : 'came-off';
}

export function answerOf({ predictedLevel, levels, result }: Experiment): PredictionAnswer {
  return predictionAnswer({ predictedLevel, levels, findings: result.findings });
}

/** "You expected standing (7 in 10 sure)." */
export function predictionSentence({
  predictedLevel,
  confidence,
}: Pick<Experiment, 'predictedLevel' | 'confidence'>): string {
  return `You expected ${predictedLevel ?? 'no difference'} (${sureWords(confidence)} sure).`;
}

function sureWords(confidence: number): string {
  const tenths = Math.round(confidence * 10);
  return Math.abs(confidence * 10 - tenths) < 1e-9
    ? `${tenths} in 10`
    : `${Math.round(100 * confidence)} in 100`;
}

export const ANSWER_WORDS: Readonly<Record<PredictionAnswer, string>> = {
  'came-off': 'So it turned out.',
  'did-not': 'It turned out otherwise.',
  'not-yet': 'Whether it comes off is open yet.',
};
