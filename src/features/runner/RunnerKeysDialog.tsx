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
    ['Backspace', 'erase the last digit'],
    ['Enter', 'log'],
  ],
};

const ALWAYS: readonly Shortcut[] = [
  ['s', 'log without a score'],
  ['Backspace', 'take the last take back, for ten seconds'],
  ['n', 'write a note'],
  ['p', 'pause and go on'],
  ['Esc', 'stop'],
  ['?', 'show these keys'],
];

/** Where a clock is in sight. */
const OF_THE_CLOCK: Shortcut = ['t', 'say the time aloud'];

function shortcutsOf(kind: MeasureKind): readonly Shortcut[] {
  const clock = kind === 'proportion' ? [] : [OF_THE_CLOCK];
  // The number pad of a score has Backspace to itself.
  const always = ALWAYS.filter(([keys]) => !(kind === 'score' && keys === 'Backspace'));
  return [...BY_KIND[kind], ...clock, ...always];
}

type RunnerKeysDialogProps = {
  readonly isOpen: boolean;
  readonly kind: MeasureKind;
  readonly onClose: () => void;
};

export function RunnerKeysDialog({ isOpen, kind, onClose }: RunnerKeysDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Keys">
      <dl className={styles.shortcuts}>
        {shortcutsOf(kind).map(([keys, does]) => (
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
