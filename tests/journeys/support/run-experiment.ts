import type { BrowserContext } from '@playwright/test';
import { v7 } from 'uuid';
import type { ExperimentBody, ExperimentDrawBody } from '../../../src/features/experiments/contract.ts';
import { drawBody, experimentBody } from '../../support/experiment-facts.ts';
import type { TakenUp } from './take-up.ts';

type Run = {
  /** How many takes, each under a draw of its own. */
  readonly takes: number;
  readonly scored: (draw: ExperimentDrawBody) => number;
  readonly agreed?: Partial<ExperimentBody>;
};

const MINUTE = 60_000;

/** An experiment at home, with takes as they were drawn; answers its id. */
export async function runExperiment(
  context: BrowserContext,
  address: string,
  { practiceId, payoffId }: TakenUp,
  { takes, scored, agreed = {} }: Run,
): Promise<string> {
  const [id, sessionId] = [v7(), v7()];
  const began = Date.now() - (takes + 1) * MINUTE;
  const at = (minutes: number) => new Date(began + minutes * MINUTE).toISOString();
  const put = async (path: string, data: unknown) => {
    const answer = await context.request.put(`${address}${path}`, { data });
    if (!answer.ok()) throw new Error(`refused: ${answer.status()} ${await answer.text()}`);
  };
  const experiment = experimentBody({ practiceId, payoffId }, { startedAt: at(0), ...agreed });
  await put(`/api/experiments/${id}`, experiment);
  if (takes > 0)
    await put(`/api/sessions/${sessionId}`, { practiceId, deviceId: null, isFloor: false, startedAt: at(0) });
  for (let place = 0; place < takes; place += 1) {
    const attemptId = v7();
    const draw = {
      ...drawBody(id, experiment, place, { sessionId, attemptId }),
      drawnAt: at(place),
    };
    await put(`/api/attempts/${attemptId}`, {
      practiceId,
      sessionId,
      payoffId,
      sequence: place + 1,
      startedAt: at(place),
      localDay: at(place).slice(0, 10),
      durationSeconds: 40,
      value: scored(draw),
      conditions: { [experiment.variable]: draw.level },
      isTrickRead: true,
      source: 'runner',
    });
    await put(`/api/experiment-draws/${v7()}`, draw);
  }
  return id;
}
