import type { ComponentProps } from 'react';
import { TextArea } from '../../ui/parts/TextArea.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import { useFieldFault } from './use-field-fault.ts';

/** Where it stands in the design: what saving stumbled over is said there. */
type At = { readonly at: readonly string[] };

export function DraftArea({ at, ...field }: At & ComponentProps<typeof TextArea>) {
  return <TextArea {...field} error={useFieldFault(...at)} />;
}

export function DraftField({ at, ...field }: At & ComponentProps<typeof TextField>) {
  return <TextField {...field} error={useFieldFault(...at)} />;
}
