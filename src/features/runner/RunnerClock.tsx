import { type ReactNode, useRef, useState } from 'react';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './RunnerInput.module.css';
import { type CurrentTake, elapsedOf, type RunningSession } from './running-session.ts';
import { useRunnerKeys } from './use-runner-keys.ts';
import { clockText, useTicking } from './use-ticking.ts';

/** Letters that stand side by side on a phone at the full size. */
const LONGEST_FIGURE = 5;

type RunnerClockProps = {
  readonly take: CurrentTake;
  /** Large in the middle, or small beside something larger. */
  readonly size: 'figure' | 'small';
  /** In tenths, where the clock is the measure. */
  readonly isFine?: boolean;
  /** Counts down from here instead of up. */
  readonly outOfMilliseconds?: number | undefined;
};

/** Read on request (the key t, or by going to it), never aloud by itself; only the end of a set time is announced. */
export function RunnerClock({ take, size, isFine = false, outOfMilliseconds }: RunnerClockProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [spoken, setSpoken] = useState('');
  const form = outOfMilliseconds === undefined ? { isFine } : { isFine, outOf: outOfMilliseconds };
  const isOver = useRef(false);
  useTicking(take, isFine, (milliseconds) => {
    const wasOver = isOver.current;
    isOver.current = outOfMilliseconds !== undefined && milliseconds >= outOfMilliseconds;
    if (isOver.current && !wasOver && take.runningSince !== null) setSpoken('Time is up.');
    if (place.current === null) return;
    const text = clockText(milliseconds, form);
    place.current.textContent = text;
    place.current.toggleAttribute('data-long', text.length > LONGEST_FIGURE);
  });
  useRunnerKeys((key) => {
    if (key !== 't') return false;
    const words = `${clockText(elapsedOf(take, performance.now()), form)}${outOfMilliseconds === undefined ? '' : ' left'}`;
    // The same words twice would not be announced.
    setSpoken((before) => (before === words ? `${words}.` : words));
    return true;
  });
  return (
    <>
      <span
        ref={place}
        role="timer"
        aria-live="off"
        className={joinClasses(
          size === 'figure' ? styles.figure : styles['small-clock'],
          isFine && styles.fine,
        )}
      />
      <span className="vh" role="status">
        {spoken}
      </span>
    </>
  );
}

type RunnerRodProps = {
  readonly take: CurrentTake;
  readonly fullMilliseconds: number;
  /** Marks on it. */
  readonly children?: ReactNode;
};

/** How far this take is, against how long one usually is. */
export function RunnerRod({ take, fullMilliseconds, children }: RunnerRodProps) {
  const filled = useRef<HTMLElement>(null);
  useTicking(take, false, (milliseconds) => {
    const share = Math.min(1, milliseconds / fullMilliseconds);
    filled.current?.style.setProperty('inline-size', `${share * 100}%`);
    filled.current?.toggleAttribute('data-begun', share > 0);
  });
  return (
    <div className={styles.rod} aria-hidden="true">
      <i ref={filled} />
      {children}
    </div>
  );
}

type RunnerTakeTimeProps = { readonly session: RunningSession; readonly takeMilliseconds: number };

/** Where one tap ends the take, nothing in the middle is larger than its time; in a two-minute session it runs down. */
export function RunnerTakeTime({ session, takeMilliseconds }: RunnerTakeTimeProps) {
  return (
    <>
      <RunnerClock
        take={session.current}
        size="figure"
        outOfMilliseconds={session.isFloor ? takeMilliseconds : undefined}
      />
      <RunnerRod take={session.current} fullMilliseconds={takeMilliseconds} />
    </>
  );
}
