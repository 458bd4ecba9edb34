import { Button } from '../../ui/parts/Button.tsx';
import styles from './Canvas.module.css';
import { DraftArea, DraftField } from './DraftFields.tsx';
import type { Pair } from './draft.ts';

type PairListProps = {
  readonly legend: string;
  /** Where they stand in the design, such as "twists". */
  readonly list: string;
  readonly pairs: readonly Pair[];
  readonly onPairs: (pairs: readonly Pair[]) => void;
  /** `name`: of the field in the design. */
  readonly first: { readonly name: string; readonly label: string; readonly most: number };
  readonly second: {
    readonly name: string;
    readonly label: string;
    readonly hint?: string;
    readonly most: number;
    readonly isLines?: boolean;
  };
  /** Such as “Add a twist”. */
  readonly addText: string;
  readonly most: number;
};

/** Things of two parts, as many as are wanted. */
export function PairList(props: PairListProps) {
  const { legend, list, pairs, onPairs, first, second, addText, most } = props;
  const put = (at: number, change: Partial<Pair>) =>
    onPairs(pairs.map((pair, index) => (index === at ? { ...pair, ...change } : pair)));
  return (
    <fieldset className={styles.pairs}>
      <legend>{legend}</legend>
      {pairs.map((pair, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pair has no name of its own while it is typed
        <div key={at} className={styles.pair}>
          <DraftField
            at={[`${list}.${at}.${first.name}`]}
            label={first.label}
            text={pair.first}
            onText={(text) => put(at, { first: text })}
            maxLength={first.most}
            autoComplete="off"
          />
          <DraftArea
            at={[`${list}.${at}.${second.name}`]}
            label={second.label}
            hint={second.hint}
            text={pair.second}
            onText={(text) => put(at, { second: text })}
            maxLength={second.most}
            rows={second.isLines === true ? 2 : 1}
          />
          <Button
            kind="text"
            aria-label={`Take it away: ${pair.first || 'this one'}`}
            onClick={() => onPairs(pairs.filter((_, index) => index !== at))}
          >
            Take it away
          </Button>
        </div>
      ))}
      {pairs.length < most && (
        <Button onClick={() => onPairs([...pairs, { first: '', second: '' }])}>{addText}</Button>
      )}
    </fieldset>
  );
}
