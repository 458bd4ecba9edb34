import { switchOneLetterKeys, useOneLetterKeys } from '../one-letter-keys.ts';
import { Segmented } from './Segmented.tsx';

const SEGMENTS = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const;

/** Space, Enter and Escape work all the same. */
export function KeysChoice() {
  return (
    <Segmented
      legend="Keys of one letter or digit"
      segments={SEGMENTS}
      value={useOneLetterKeys() ? 'on' : 'off'}
      onChoose={(chosen) => switchOneLetterKeys(chosen === 'on')}
    />
  );
}
