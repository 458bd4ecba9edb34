import { useState } from 'react';
import { unitWords } from '../../engine/measure/format-value.ts';
import type { MeasureKind } from '../../engine/measure/measure.ts';
import { singularUnit } from '../../engine/measure/singular-unit.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { Button } from '../../ui/parts/Button.tsx';
import type { InputProps } from './input-props.ts';
import { RunnerAsk } from './RunnerAsk.tsx';
import { RunnerClock, RunnerRod } from './RunnerClock.tsx';
import styles from './RunnerInput.module.css';
import { logWords, type TakeValue, takeValue } from './take-value.ts';
import { useRunnerKeys } from './use-runner-keys.ts';

const LONGEST = 12;
/** More does not stand beside a phone's edges at the full size. */
const SHORT = 6;

/** The keys beside the digits that the kind can use. */
const EXTRA_KEYS: Readonly<Record<MeasureKind, readonly string[]>> = {
  score: ['.', '−'],
  count: [],
  rate: [],
  duration: [':', '.'],
  proportion: ['%', '.'],
  rating: ['.'],
  pass: [],
};

/** For what is counted or shown elsewhere: a score, a stop sign's count, another clock's time. */
export function RunnerNumberPad({ session, payoff, takeMilliseconds, act }: InputProps) {
  const { current } = session;
  const typed = current.typed ?? '';
  const isClocked = current.elapsedMilliseconds > 0;
  const extra = payoff.kind === 'rate' && !isClocked ? ['.'] : EXTRA_KEYS[payoff.kind];
  const value = takeValue(payoff, { ...current, typed }, current.elapsedMilliseconds / 1000);
  const type = (text: string) => act.change({ typed: text.slice(0, LONGEST) });
  const erase = () => type(typed.slice(0, -1));
  const [isAsked, setAsked] = useState(false);
  const log = () => {
    if (value.kind === 'value') act.log(value.value);
    else setAsked(true);
  };
  const wish = wishOf(value, typed, isAsked);
  useRunnerKeys((key) => {
    const sign = key === '-' ? '−' : key === ',' ? '.' : key;
    if (/^\d$/.test(sign) || extra.includes(sign)) type(typed + sign);
    else if (sign === '/' && payoff.kind === 'proportion') type(typed + sign);
    // One too many is no more than that: it takes no logged take back.
    else if (key === 'Backspace') erase();
    else if (key === 'Enter') log();
    else if (key === 's') act.log(null);
    else return false;
    return true;
  });
  return (
    <>
      <p className={joinClasses(styles.figure, styles.typed, typed.length > SHORT && styles['typed-long'])}>
        {typed === '' ? <span className={styles.blank}>0</span> : typed}
        {!isClocked && <span className="vh"> {typed === '1' ? oneWords(payoff) : unitWords(payoff)}</span>}
      </p>
      {payoff.kind === 'score' && <RunnerRod take={current} fullMilliseconds={takeMilliseconds} />}
      <RunnerAsk>
        {askWords(payoff, isClocked)}
        {payoff.kind === 'score' && <RunnerClock take={current} size="small" />}
      </RunnerAsk>
      <PadKeys extra={extra} onKey={(key) => type(typed + key)} onErase={erase} />
      {wish !== null && (
        <p role="status" className={styles.fault}>
          {wish}
        </p>
      )}
      <div className={styles.row}>
        <Button
          kind={value.kind === 'value' ? 'hot' : 'plain'}
          size="big"
          className={styles.wide}
          aria-keyshortcuts="Enter"
          onClick={log}
        >
          {value.kind === 'value' ? logWords(payoff, value.value) : 'Log'}
        </Button>
      </div>
      <div className={styles.choices}>
        {payoff.kind !== 'score' && (
          <Button kind="text" onClick={() => act.change({ typed: null })}>
            Back
          </Button>
        )}
        <Button kind="text" aria-keyshortcuts="s" onClick={() => act.log(null)}>
          Log without a score
        </Button>
      </div>
    </>
  );
}

/** Said once it is to be logged: what is only half typed is no mistake. */
function wishOf(value: TakeValue, typed: string, isAsked: boolean): string | null {
  if (!isAsked) return null;
  if (value.kind === 'fault') return `That is ${value.words}.`;
  return typed === '' ? 'Type it first.' : null;
}

type PadKeysProps = {
  readonly extra: readonly string[];
  readonly onKey: (key: string) => void;
  readonly onErase: () => void;
};

function PadKeys({ extra, onKey, onErase }: PadKeysProps) {
  return (
    <div className={styles.pad} data-last={extra.length + 2}>
      {['1', '2', '3', '4', '5', '6', '7', '8', '9', ...extra, '0'].map((key) => (
        <button key={key} type="button" className={styles.key} onClick={() => onKey(key)}>
          {key}
        </button>
      ))}
      <button
        type="button"
        className={joinClasses(styles.key, styles.skip)}
        aria-label="Erase the last digit"
        onClick={onErase}
      >
        ⌫
      </button>
    </div>
  );
}

/** The unit of one; as it is written where that is not sure. */
function oneWords(payoff: InputProps['payoff']): string {
  const unit = unitWords(payoff);
  return singularUnit(unit) ?? unit;
}

function askWords({ kind, unit }: InputProps['payoff'], isClocked: boolean): string {
  switch (kind) {
    case 'count':
      return `How many ${unit}?`;
    case 'rate':
      return isClocked ? 'How many were there?' : `How many ${unitWords({ kind, unit })}?`;
    case 'duration':
      return 'How long did it take?';
    case 'proportion':
      return 'What share? 70% or 0.7 will do.';
    case 'rating':
    case 'score':
    case 'pass':
      return `What did it come to, in ${unit}?`;
    default:
      return kind satisfies never;
  }
}
