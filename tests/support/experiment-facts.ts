import { commitmentText, drawLevel } from '../../src/engine/trial/assignment.ts';
import type { ExperimentBody, ExperimentDrawBody } from '../../src/features/experiments/contract.ts';
import { sha256 } from '../../src/platform/digest.ts';

export const SEED = 'ab'.repeat(32);

/** Sitting against standing, drawn evenly for every take, with a commitment that is its own. */
export function experimentBody(
  ids: Pick<ExperimentBody, 'practiceId' | 'payoffId'>,
  more: Partial<ExperimentBody> = {},
): ExperimentBody {
  const body = {
    ...ids,
    question: 'Do I catch more standing?',
    variable: 'posture',
    levels: ['sitting', 'standing'],
    unit: 'attempt' as const,
    draw: { kind: 'fixed' as const, probabilities: [0.5, 0.5] },
    washout: 0,
    smallest: 3,
    reference: 30,
    predictedLevel: 'standing',
    confidence: 0.7,
    seed: SEED,
    startedAt: '2026-03-01T07:00:00.000Z',
    ...more,
  };
  return {
    ...body,
    commitment: Buffer.from(sha256(commitmentText(body, body.seed))).toString('hex'),
    ...more,
  };
}

/** The draw that the seed makes for a place. */
export function drawBody(
  experimentId: string,
  experiment: ExperimentBody,
  place: number,
  ids: Pick<ExperimentDrawBody, 'sessionId' | 'attemptId'>,
): ExperimentDrawBody {
  const { draw, levels, seed } = experiment;
  const probabilities = draw.kind === 'fixed' ? draw.probabilities : levels.map(() => 1 / levels.length);
  const { level } = drawLevel(experiment, probabilities, { seed, place }, sha256);
  return {
    experimentId,
    place,
    level,
    probabilities,
    ...ids,
    isKept: true,
    drawnAt: '2026-03-01T08:00:30.000Z',
  };
}
