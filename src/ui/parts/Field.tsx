import { type ReactNode, useId } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './Field.module.css';

/** Spread these on the input: they tie it to its label, its hint and its error. */
export type FieldControl = {
  readonly id: string;
  readonly className: string | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

export type FieldWords = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What to do about what was typed. What was typed stays. */
  readonly error?: string | null | undefined;
  /** In the voice's letters on a bare line, for a question that opens a screen. */
  readonly isVoice?: boolean | undefined;
  readonly className?: string | undefined;
};

/** What was written, and how long it may be: the browser leaves out the rest without a word. */
type Written = { readonly text: string; readonly maxLength: number | undefined };

type FieldProps = FieldWords & {
  readonly written?: Written;
  readonly children: (control: FieldControl) => ReactNode;
};

export function Field({ label, hint, error, isVoice = false, className, written, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const limitId = `${id}-limit`;
  const limit = limitWords(written);
  const describedBy = joinClasses(
    Boolean(hint) && hintId,
    Boolean(limit) && limitId,
    Boolean(error) && errorId,
  );
  return (
    <div className={joinClasses(styles.field, isVoice && styles.voice, className)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {hint && (
        <span id={hintId} className={styles.hint}>
          {hint}
        </span>
      )}
      {children({
        id,
        className: styles.control,
        'aria-describedby': describedBy,
        'aria-invalid': error ? true : undefined,
      })}
      {limit !== null && (
        // There before its words are, or they would not be read out.
        <p id={limitId} className={styles.limit} aria-live="polite">
          {limit}
        </p>
      )}
      {error && (
        <p id={errorId} className={styles.message}>
          {error}
        </p>
      )}
    </div>
  );
}

/** A number this short has a range, and its field says that. */
const SHORT = 10;

/** Null where there is no limit to tell of; empty below it. */
function limitWords(written: Written | undefined): string | null {
  if (written?.maxLength === undefined || written.maxLength < SHORT) return null;
  const { text, maxLength } = written;
  if (text.length < maxLength) return '';
  return `This is as long as it can be: ${maxLength.toLocaleString('en')} characters. More is left out.`;
}
