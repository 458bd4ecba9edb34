import { useState } from 'react';
import { TextField } from '../../parts/TextField.tsx';

type NumberSettingProps = {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onSet: (value: number) => void;
};

/** A whole number, set when the field is left or Enter is pressed. What was typed stays where it cannot be used. */
export function NumberSetting({ label, value, least, most, onSet }: NumberSettingProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  function commit() {
    if (typed === null) return;
    const number = Number(typed);
    if (typed.trim() === '' || !Number.isInteger(number) || number < least || number > most)
      return setError(`Give it a whole number from ${least} to ${most}.`);
    setTyped(null);
    setError(null);
    if (number !== value) onSet(number);
  }

  return (
    <TextField
      label={label}
      text={typed ?? String(value)}
      onText={setTyped}
      error={error}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
