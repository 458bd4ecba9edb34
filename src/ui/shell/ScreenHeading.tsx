import { type ComponentProps, useEffect, useLayoutEffect, useRef } from 'react';
import { mayTakeFocus, passOn } from './navigation.ts';

type ScreenHeadingProps = ComponentProps<'h1'> & {
  /** In the browser's tab, before the name of the house. */
  readonly title: string;
};

/** The one h1 of a screen: names the tab, and is where the keyboard and a screen reader go on after a change of screen. */
export function ScreenHeading({ title, children, ...rest }: ScreenHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Bottega`;
  }, [title]);
  useEffect(() => {
    if (mayTakeFocus()) heading.current?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    const element = heading.current;
    return () => {
      if (element !== null && document.activeElement === element) passOn();
    };
  }, []);
  return (
    <h1 {...rest} ref={heading} tabIndex={-1} data-screen-heading="">
      {children}
    </h1>
  );
}
