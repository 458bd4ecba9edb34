import type { ReactNode } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import type { InputProps } from './input-props.ts';
import styles from './RunnerInput.module.css';

type RunnerChoicesProps = Pick<InputProps, 'act'> & {
  /** What else can be done, before the last resort. */
  readonly children?: ReactNode;
  /** What can be typed instead; without it nothing can. */
  readonly typeWhat?: string;
};

/** The quiet ways beside the one that ends the take. */
export function RunnerChoices({ act, children, typeWhat }: RunnerChoicesProps) {
  return (
    <div className={styles.choices}>
      {children}
      {typeWhat !== undefined && (
        <Button kind="text" onClick={() => act.change({ typed: '' })}>
          Type {typeWhat}
        </Button>
      )}
      <Button kind="text" aria-keyshortcuts="s" onClick={() => act.log(null)}>
        Log without a score
      </Button>
    </div>
  );
}
