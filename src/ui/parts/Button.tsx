import { type ComponentProps, type MouseEvent, useId } from 'react';
import styles from './Button.module.css';
import { type ButtonKind, type ButtonSize, buttonClasses } from './button-classes.ts';

type ButtonProps = Omit<ComponentProps<'button'>, 'type' | 'disabled'> & {
  readonly kind?: ButtonKind;
  readonly size?: ButtonSize;
  /** Sends the form that it stands in. */
  readonly submit?: boolean;
  /** At work on what was asked: it cannot be pressed, and keeps its width. */
  readonly busy?: boolean;
  /** What it reads while busy, such as "Sending"; without it the words stay. */
  readonly busyText?: string | undefined;
  /** Why it cannot be pressed yet, said beside it. It stays in reach of the keyboard, so that this can be heard. */
  readonly disabledWhy?: string | null | undefined;
};

export function Button(props: ButtonProps) {
  const { kind = 'plain', size = 'normal', submit = false, busy = false, busyText, disabledWhy } = props;
  const { kind: _k, size: _s, submit: _u, busy: _b, busyText: _t, disabledWhy: _w, ...rest } = props;
  const whyId = useId();
  const isDisabled = disabledWhy !== undefined && disabledWhy !== null;
  const isIdle = isDisabled || busy;

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (isIdle) event.preventDefault();
    else rest.onClick?.(event);
  }

  return (
    <span className={styles.pair}>
      <button
        {...rest}
        type={submit ? 'submit' : 'button'}
        data-hot={kind === 'hot' || undefined}
        className={buttonClasses(kind, size, rest.className)}
        aria-disabled={isIdle || undefined}
        aria-busy={busy || undefined}
        aria-describedby={isDisabled ? whyId : rest['aria-describedby']}
        onClick={press}
      >
        <span className={styles.faces}>
          <span data-away={(busy && busyText !== undefined) || undefined}>{rest.children}</span>
          {busyText !== undefined && <span data-away={!busy || undefined}>{busyText}</span>}
        </span>
      </button>
      {isDisabled && (
        <span id={whyId} className={styles.why}>
          {disabledWhy}
        </span>
      )}
    </span>
  );
}
