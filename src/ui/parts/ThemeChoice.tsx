import { useState } from 'react';
import { chooseTheme, readTheme } from '../theme.ts';
import { Segmented } from './Segmented.tsx';

const SEGMENTS = [
  { value: 'system', label: 'As this device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Kept on this device only. */
export function ThemeChoice() {
  const [theme, setTheme] = useState(readTheme);
  return (
    <Segmented
      legend="Paper"
      segments={SEGMENTS}
      value={theme}
      onChoose={(chosen) => {
        chooseTheme(chosen);
        setTheme(chosen);
      }}
    />
  );
}
