import { type MouseEvent, useEffect, useRef } from 'react';

/** A finger that came down twice did so within this time. */
export const LONGEST_BOUNCE_MILLISECONDS = 350;
/** A finger does not hit the same place twice to the pixel. */
const SAME_PLACE_PIXELS = 24;

type Press = { readonly at: number; readonly x: number; readonly y: number };

/**
 * For `onClickCapture`: the press that logged a take is one take, also where the finger came down twice. What follows it
 * at once in the same place is swallowed; the keyboard, and other places, are left alone. `takes`: how many are logged.
 */
export function useOnePress(takes: number): (event: MouseEvent) => void {
  const last = useRef<Press | null>(null);
  const logged = useRef<Press | null>(null);
  const before = useRef(takes);
  useEffect(() => {
    if (takes > before.current) logged.current = last.current;
    before.current = takes;
  }, [takes]);
  return (event) => {
    if (event.detail === 0) return;
    const press = { at: event.timeStamp, x: event.clientX, y: event.clientY };
    if (logged.current !== null && isBounce(logged.current, press)) event.stopPropagation();
    // Something else was pressed since, such as Undo: what comes next is meant.
    else logged.current = null;
    last.current = press;
  };
}

export function isBounce(logged: Press, press: Press): boolean {
  const isNear = Math.hypot(press.x - logged.x, press.y - logged.y) <= SAME_PLACE_PIXELS;
  return isNear && press.at - logged.at <= LONGEST_BOUNCE_MILLISECONDS;
}
