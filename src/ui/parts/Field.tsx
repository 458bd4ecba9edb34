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

type FieldProps = FieldWords & { readonly children: (control: FieldControl) => ReactNode };

export function Field({ label, hint, error, isVoice = false, className, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = joinClasses(Boolean(hint) && hintId, Boolean(error) && errorId);
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
      {error && (
        <p id={errorId} className={styles.message}>
          {error}
        </p>
      )}
    </div>
  );
}
