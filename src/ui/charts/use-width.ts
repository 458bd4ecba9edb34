import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The width of an element in whole CSS pixels, kept up to date; null until it is first measured. */
export function useWidth<Measured extends Element>(): readonly [RefObject<Measured | null>, number | null] {
  const element = useRef<Measured>(null);
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null) return;
    const read = () => setWidth(Math.floor(measured.getBoundingClientRect().width));
    read();
    const observer = new ResizeObserver(read);
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
