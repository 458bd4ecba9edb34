import type { MeasureKind } from '../../engine/measure/measure.ts';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { KeysChoice } from '../../ui/parts/KeysChoice.tsx';
import styles from './Runner.module.css';
import { TEN_KEY } from './RunnerRating.tsx';

type Shortcut = readonly [keys: string, does: string];

const BY_KIND: Readonly<Record<MeasureKind, readonly Shortcut[]>> = {
  rating: [
    ['0 to 9', 'log that score'],
    [TEN_KEY, 'log 10'],
  ],
  count: [
    ['space', 'add one'],
    ['-', 'take one away'],
    ['0 to 9', 'type the number'],
    ['Enter', 'log'],
  ],
  duration: [['space', 'start, then stop and log']],
  rate: [
    ['space', 'start, then add one'],
    ['-', 'take one away'],
    ['0 to 9', 'type the number, before the start or after the end'],
    ['Enter', 'end the time, then log'],
  ],
  pass: [
    ['1', 'log held'],
    ['0', 'log not yet'],
  ],
  proportion: [
    ['1', 'a hit'],
    ['0', 'a miss'],
    ['Enter', 'log'],
  ],
  score: [
    ['0 to 9', 'type the score'],
    ['Enter', 'log'],
  ],
};

const ALWAYS: readonly Shortcut[] = [
  ['s', 'log without a score'],
  ['Backspace', 'take the last take back'],
  ['n', 'write a note'],
  ['p', 'pause and go on'],
  ['t', 'say the time aloud'],
  ['Esc', 'stop'],
  ['?', 'show these keys'],
];

type RunnerKeysDialogProps = {
  readonly isOpen: boolean;
  readonly kind: MeasureKind;
  readonly onClose: () => void;
};

export function RunnerKeysDialog({ isOpen, kind, onClose }: RunnerKeysDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Keys">
      <dl className={styles.shortcuts}>
        {[...BY_KIND[kind], ...ALWAYS].map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <KeysChoice />
    </Dialog>
  );
}
