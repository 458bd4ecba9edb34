import type { Payoff, PracticePage } from '../practice/contract.ts';
import type { InputProps } from './input-props.ts';
import { RunnerCounter } from './RunnerCounter.tsx';
import { RunnerNumberPad } from './RunnerNumberPad.tsx';
import { RunnerPass } from './RunnerPass.tsx';
import { RunnerRate } from './RunnerRate.tsx';
import { RunnerRating } from './RunnerRating.tsx';
import { RunnerStopwatch } from './RunnerStopwatch.tsx';
import { RunnerTrials } from './RunnerTrials.tsx';
import type { RunningSession } from './running-session.ts';

type RunnerInputProps = Pick<InputProps, 'session' | 'payoff' | 'act'> & { readonly page: PracticePage };

const FLOOR_MILLISECONDS = 120_000;

/** What is counted a minute is counted in the time that its takes have, or no two of them could be compared. */
function takeMilliseconds({ card }: PracticePage, { isFloor }: RunningSession, { kind }: Payoff): number {
  return isFloor && kind !== 'rate' ? FLOOR_MILLISECONDS : card.attemptMinutes * 60_000;
}

/** The input that suits the measure. */
export function RunnerInput({ page, session, payoff, act }: RunnerInputProps) {
  const suggested = page.micromastery.payoff;
  const props: InputProps = {
    session,
    payoff,
    act,
    takeMilliseconds: takeMilliseconds(page, session, payoff),
    trials: payoff.kind === 'proportion' && suggested?.kind === 'proportion' ? suggested.minTrials : null,
  };
  if (session.current.typed !== null || payoff.kind === 'score') return <RunnerNumberPad {...props} />;
  switch (payoff.kind) {
    case 'rating':
      return <RunnerRating {...props} />;
    case 'count':
      return <RunnerCounter {...props} />;
    case 'duration':
      return <RunnerStopwatch {...props} />;
    case 'rate':
      return <RunnerRate {...props} />;
    case 'pass':
      return <RunnerPass {...props} />;
    case 'proportion':
      return <RunnerTrials {...props} />;
    default:
      return payoff.kind satisfies never;
  }
}
