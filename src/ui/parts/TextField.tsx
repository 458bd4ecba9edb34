import type { ComponentProps } from 'react';
import { Field, type FieldWords } from './Field.tsx';

type TextFieldProps = FieldWords &
  Omit<ComponentProps<'input'>, keyof FieldWords | 'id' | 'value' | 'onChange'> & {
    readonly text: string;
    readonly onText: (text: string) => void;
  };

/** One line of text. */
export function TextField({ label, hint, error, isVoice, className, text, onText, ...rest }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, isVoice, className }} written={{ text, maxLength: rest.maxLength }}>
      {(control) => (
        <input {...rest} {...control} value={text} onChange={(event) => onText(event.currentTarget.value)} />
      )}
    </Field>
  );
}
