import { type ComponentProps, useLayoutEffect, useRef } from 'react';
import { joinClasses } from '../join-classes.ts';
import { Field, type FieldWords } from './Field.tsx';
import styles from './TextArea.module.css';

type TextAreaProps = FieldWords &
  Omit<ComponentProps<'textarea'>, keyof FieldWords | 'id' | 'value' | 'onChange' | 'ref'> & {
    readonly text: string;
    readonly onText: (text: string) => void;
  };

/** Grows with what is written in it. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, isVoice = false, className, text, onText, rows = 2, ...rest } = props;
  const area = useRef<HTMLTextAreaElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    // Only where the style sheet's `field-sizing` is unknown to the browser.
    if (area.current === null || CSS.supports('field-sizing', 'content')) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${area.current.scrollHeight}px`;
  }, [text]);

  return (
    <Field {...{ label, hint, error, isVoice, className }} written={{ text, maxLength: rest.maxLength }}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          ref={area}
          rows={rows}
          className={joinClasses(control.className, styles.area, isVoice && styles.bare)}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
