import { useEffect, useLayoutEffect, useRef } from 'react';
import { type CurrentTake, elapsedOf } from './running-session.ts';

/** Often enough that a second is never skipped. */
const COARSE_MILLISECONDS = 200;

/**
 * Writes the clock's reading straight to the page while it runs: what moves ten times a second is no business of React.
 * The reading comes from the steady clock, so a page in the background shows the right time again at once.
 */
export function useTicking(
  take: CurrentTake,
  isFine: boolean,
  write: (elapsedMilliseconds: number) => void,
): void {
  const latest = useRef(write);
  useLayoutEffect(() => {
    latest.current = write;
    write(elapsedOf(take, performance.now()));
  });
  const isRunning = take.runningSince !== null;
  const current = useRef(take);
  useLayoutEffect(() => {
    current.current = take;
  });
  useEffect(() => {
    if (!isRunning) return;
    const tick = () => latest.current(elapsedOf(current.current, performance.now()));
    if (!isFine) {
      const timer = setInterval(tick, COARSE_MILLISECONDS);
      return () => clearInterval(timer);
    }
    let frame = 0;
    const draw = () => {
      tick();
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [isRunning, isFine]);
}

/** 0:42, or 0:42.3; whole seconds are those that have passed, or those that are left of `outOf`. */
export function clockText(
  milliseconds: number,
  { isFine = false, outOf }: { isFine?: boolean; outOf?: number } = {},
): string {
  const left = outOf === undefined ? milliseconds : Math.max(0, outOf - milliseconds);
  const tenths = isFine
    ? Math.round(left / 100)
    : (outOf === undefined ? Math.floor(left / 1000) : Math.ceil(left / 1000)) * 10;
  const seconds = Math.floor(tenths / 10);
  const minutes = Math.floor(seconds / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  const text =
    minutes < 60
      ? `${minutes}:${rest}`
      : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
  return isFine ? `${text}.${tenths % 10}` : text;
}
