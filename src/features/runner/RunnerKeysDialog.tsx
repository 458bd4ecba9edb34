import type { MeasureKind } from '../../engine/measure/measure.ts';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { KeysChoice } from '../../ui/parts/KeysChoice.tsx';
import type { Way } from './measure-way.ts';
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
  ['c', 'while paused: catch a need'],
  ['Esc', 'stop'],
  ['?', 'show these keys'],
];

/** Where a clock is in sight. */
const OF_THE_CLOCK: Shortcut = ['t', 'say the time aloud'];

/** Of ways that are not the kind’s own. */
const BY_WAY: Readonly<Record<Exclude<Way, 'usual'>, readonly Shortcut[]>> = {
  checklist: [['Enter', 'log']],
  words: [['Enter', 'outside the field: end the time, then log']],
  tempo: [
    ['space', 'tap along'],
    ['Enter', 'log'],
  ],
  net: [
    ['space', 'start'],
    ['1', 'a right one'],
    ['0', 'a wrong one'],
    ['Enter', 'end the time, then log'],
  ],
  after: [
    ['space', 'start'],
    ['0 to 9', 'type the count, when the time is up'],
    ['Enter', 'end the time, then log'],
  ],
};

/** In play a take is done, whatever is measured elsewhere. */
const OF_PLAY: readonly Shortcut[] = [['Enter', 'done']];

function shortcutsOf(kind: MeasureKind, way: Way, isPlay: boolean): readonly Shortcut[] {
  if (isPlay) return [...OF_PLAY, OF_THE_CLOCK, ...ALWAYS];
  const clock = kind === 'proportion' ? [] : [OF_THE_CLOCK];
  // The number pad of a score has Backspace to itself.
  const always = ALWAYS.filter(([keys]) => !(kind === 'score' && keys === 'Backspace'));
  return [...(way === 'usual' ? BY_KIND[kind] : BY_WAY[way]), ...clock, ...always];
}

type RunnerKeysDialogProps = {
  readonly isOpen: boolean;
  readonly kind: MeasureKind;
  readonly way: Way;
  readonly isPlay: boolean;
  readonly onClose: () => void;
};

export function RunnerKeysDialog({ isOpen, kind, way, isPlay, onClose }: RunnerKeysDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Keys">
      <dl className={styles.shortcuts}>
        {shortcutsOf(kind, way, isPlay).map(([keys, does]) => (
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
