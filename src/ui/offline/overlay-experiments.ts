import type { Experiment, ExperimentBody, ExperimentList } from '../../features/experiments/contract.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import { factOf } from './fact.ts';
import type { Write } from './pending-write.ts';

/**
 * What home said is tried out in a practice, with what it has not heard yet laid over it. Results are home's: what a draw came
 * to is told once home knows it.
 */
export function overlayExperiments(
  list: ExperimentList | undefined,
  practiceId: string,
  writes: readonly Write[],
  payoffs: readonly Payoff[] = [],
): ExperimentList {
  const known = new Map((list?.experiments ?? []).map((one) => [one.id, one]));
  let isChanged = false;
  for (const write of writes) {
    const fact = factOf(write);
    switch (fact?.kind) {
      case 'experiment': {
        const payoff = payoffs.find(({ id }) => id === fact.body.payoffId);
        if (known.has(fact.id) || fact.body.practiceId !== practiceId || payoff === undefined) break;
        known.set(fact.id, begun(fact.id, fact.body, payoff));
        isChanged = true;
        break;
      }
      case 'experiment-draw': {
        const own = known.get(fact.body.experimentId);
        if (own === undefined || own.nextPlace > fact.body.place) break;
        known.set(own.id, { ...own, nextPlace: fact.body.place + 1 });
        isChanged = true;
        break;
      }
      case 'experiment-end': {
        const own = known.get(fact.id);
        if (own === undefined || own.end !== null) break;
        known.set(own.id, { ...own, end: fact.body });
        isChanged = true;
        break;
      }
      default:
    }
  }
  if (!isChanged && list !== undefined) return list;
  const experiments = [...known.values()].sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
  return { experiments };
}

/** Before its first draw nothing is known, and this device knows all there is. */
function begun(id: string, body: ExperimentBody, payoff: Payoff): Experiment {
  const { kind, unit, direction, target } = payoff;
  const [against = '', ...others] = body.levels;
  return {
    ...body,
    id,
    measure: { kind, unit, direction, target },
    end: null,
    nextPlace: 0,
    probabilities:
      body.draw.kind === 'fixed' ? body.draw.probabilities : body.levels.map(() => 1 / body.levels.length),
    result: {
      n: 0,
      levels: body.levels.map((level) => ({ level, n: 0, mean: null })),
      findings: others.map((level) => ({
        level,
        against,
        n: 0,
        estimate: null,
        lower: null,
        upper: null,
        verdict: 'not-enough' as const,
      })),
    },
    aside: { notKept: 0, unscored: 0, takenBack: 0, otherMeasure: 0, drawnTwice: 0 },
  };
}
