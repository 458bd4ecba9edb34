import { lazy, Suspense } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import type { InputProps } from './input-props.ts';
import type { Way } from './measure-way.ts';
import { RunnerCounter } from './RunnerCounter.tsx';
import styles from './RunnerInput.module.css';
import { RunnerNumberPad } from './RunnerNumberPad.tsx';
import { isBegun, type RunningSession } from './running-session.ts';
import type { MeasureWay } from './use-measure-way.ts';

type RunnerInputProps = Pick<InputProps, 'session' | 'payoff' | 'act'> & {
  readonly page: PracticePage;
  readonly measured: MeasureWay;
  readonly onOtherWay: () => void;
};

/** Each is fetched where its kind or its way of measuring is asked for. */
const RunnerRate = lazy(async () => ({ default: (await import('./RunnerRate.tsx')).RunnerRate }));
const RunnerRating = lazy(async () => ({ default: (await import('./RunnerRating.tsx')).RunnerRating }));
const RunnerPass = lazy(async () => ({ default: (await import('./RunnerPass.tsx')).RunnerPass }));
const RunnerStopwatch = lazy(async () => ({
  default: (await import('./RunnerStopwatch.tsx')).RunnerStopwatch,
}));
const RunnerTrials = lazy(async () => ({ default: (await import('./RunnerTrials.tsx')).RunnerTrials }));
const OTHER_WAYS = {
  checklist: lazy(async () => ({ default: (await import('./RunnerChecklist.tsx')).RunnerChecklist })),
  tempo: lazy(async () => ({ default: (await import('./RunnerTempo.tsx')).RunnerTempo })),
  words: lazy(async () => ({ default: (await import('./RunnerWords.tsx')).RunnerWords })),
  after: lazy(async () => ({ default: (await import('./RunnerAfter.tsx')).RunnerAfter })),
  net: lazy(async () => ({ default: (await import('./RunnerNet.tsx')).RunnerNet })),
} as const;

const FLOOR_MILLISECONDS = 120_000;

/** What is counted a minute is counted in the time that its takes have, or no two of them could be compared. */
function takeMilliseconds({ card }: PracticePage, { isFloor }: RunningSession, { kind }: Payoff): number {
  return isFloor && kind !== 'rate' ? FLOOR_MILLISECONDS : card.attemptMinutes * 60_000;
}

/** The input that suits the measure, or the one that was chosen. */
export function RunnerInput({ page, session, payoff, act, measured, onOtherWay }: RunnerInputProps) {
  const suggested = page.micromastery.payoff;
  const props: InputProps = {
    session,
    payoff,
    act,
    takeMilliseconds: takeMilliseconds(page, session, payoff),
    trials: payoff.kind === 'proportion' && suggested?.kind === 'proportion' ? suggested.minTrials : null,
  };
  const isTyped = session.current.typed !== null;
  // What was begun one way is not measured on another.
  const canChange = measured.ways.length > 1 && !isTyped && !isBegun(session, payoff.kind);
  return (
    <>
      {isTyped ? <RunnerNumberPad {...props} /> : <InputOf way={measured.way} page={page} input={props} />}
      {canChange && (
        <p className={styles.choices}>
          <Button kind="text" aria-haspopup="dialog" onClick={onOtherWay}>
            Measure it another way
          </Button>
        </p>
      )}
    </>
  );
}

type InputOfProps = { readonly way: Way; readonly page: PracticePage; readonly input: InputProps };

function InputOf({ way, page, input }: InputOfProps) {
  const Other = way === 'usual' ? null : OTHER_WAYS[way];
  return (
    <Suspense fallback={null}>
      {Other === null ? <UsualInput {...input} /> : <Other {...input} design={page.micromastery} />}
    </Suspense>
  );
}

function UsualInput(props: InputProps) {
  const { kind } = props.payoff;
  switch (kind) {
    case 'score':
      return <RunnerNumberPad {...props} />;
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
      return kind satisfies never;
  }
}
