import { type ComponentProps, useId } from 'react';
import { joinClasses } from '../join-classes.ts';
import { Field, type FieldWords } from './Field.tsx';
import styles from './NumberField.module.css';

type NumberFieldProps = FieldWords &
  Omit<ComponentProps<'input'>, keyof FieldWords | 'id' | 'type' | 'inputMode' | 'value' | 'onChange'> & {
    /** As it was typed, so that nothing typed is lost; `readDecimal` (read-decimal.ts) says what it means. */
    readonly text: string;
    readonly onText: (text: string) => void;
    /** Stands behind the box: "seconds", "out of 10". */
    readonly unit?: string;
  };

/** A number with a point or a comma. Not `type="number"`: that one drops what it cannot read. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, error, isVoice, className, text, onText, unit, ...rest } = props;
  const unitId = useId();
  return (
    <Field {...{ label, hint, error, isVoice, className }}>
      {(control) => (
        <span className={styles.line}>
          <input
            autoComplete="off"
            {...rest}
            {...control}
            aria-describedby={joinClasses(unit !== undefined && unitId, control['aria-describedby'])}
            type="text"
            inputMode="decimal"
            value={text}
            onChange={(event) => onText(event.currentTarget.value)}
          />
          {unit !== undefined && (
            <span id={unitId} className={styles.unit}>
              {unit}
            </span>
          )}
        </span>
      )}
    </Field>
  );
}
