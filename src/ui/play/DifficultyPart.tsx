import { useState } from 'react';
import { sentenceCase } from '../../engine/sentence-case.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import type { TwistList } from '../../features/twists/contract.ts';
import { Button } from '../parts/Button.tsx';
import { DifficultyForm, type DifficultyStart } from './DifficultyForm.tsx';
import { canPass } from './follow-difficulty.ts';
import styles from './Play.module.css';
import { setDifficulty } from './play-writes.ts';
import { useLevelNow } from './use-level-now.ts';

type DifficultyPartProps = {
  readonly practiceId: string;
  readonly payoffs: readonly Payoff[];
  /** What the design says can be varied. */
  readonly variables: readonly { readonly name: string; readonly levels: readonly string[] }[];
  /** In force or given up; null: none was ever set. */
  readonly set: NonNullable<TwistList['difficulty']> | null;
};

const MOST_OFFERED = 3;
const OWN: DifficultyStart = { variable: '', levels: [], startLevel: null, target: 0.8 };

/** One variable whose level follows how it goes: which, from where, how many should pass, and whether it is kept as it is. */
export function DifficultyPart({ practiceId, payoffs, variables, set }: DifficultyPartProps) {
  const [start, setStart] = useState<DifficultyStart | null>(null);
  const [payoff] = payoffs;
  const offer = (variable: string, levels: readonly string[]) => setStart({ ...OWN, variable, levels });
  return (
    <section aria-labelledby="difficulty" className={styles.part}>
      <h3 id="difficulty">Difficulty</h3>
      {payoff === undefined || !canPass(payoff) ? (
        <p className="small muted">It follows takes that reach a target: give your payoff one first.</p>
      ) : start !== null ? (
        <DifficultyForm practiceId={practiceId} start={start} onDone={() => setStart(null)} />
      ) : set?.isFollowed === true ? (
        <Following payoffs={payoffs} set={set} onChange={setStart} />
      ) : (
        <>
          {variables.slice(0, MOST_OFFERED).map(({ name, levels }) => (
            <Button key={name} onClick={() => offer(name, levels)}>
              Let {name} follow how it goes
            </Button>
          ))}
          <Button kind="text" onClick={() => setStart(OWN)}>
            Let something else follow, with levels of your own
          </Button>
        </>
      )}
    </section>
  );
}

type FollowingProps = Pick<DifficultyPartProps, 'payoffs'> & {
  readonly set: NonNullable<DifficultyPartProps['set']>;
  readonly onChange: (start: DifficultyStart) => void;
};

function Following({ payoffs, set, onChange }: FollowingProps) {
  const now = useLevelNow(set.practiceId, payoffs, set);
  const level = now?.level ?? set.startLevel;
  const { id: _, setAt: __, ...body } = set;
  const choose = (change: Partial<typeof body>) =>
    void setDifficulty({ ...body, startLevel: level, ...change });
  return (
    <>
      <p>
        {sentenceCase(set.variable)} {set.isLocked ? 'is kept as it is' : 'follows how it goes'}. Now:{' '}
        <b>{level}</b>. About {Math.round(set.target * 100)}% of takes should pass.
      </p>
      {now?.why != null && <p className="small muted">{now.why}</p>}
      <p className={styles.row}>
        <Button onClick={() => choose({ isLocked: !set.isLocked })}>
          {set.isLocked ? 'Let it follow again' : 'Keep the level as it is'}
        </Button>
        <Button kind="text" onClick={() => onChange({ ...set, startLevel: level })}>
          Change it
        </Button>
        <Button kind="text" onClick={() => choose({ isFollowed: false })}>
          Stop following
        </Button>
      </p>
    </>
  );
}
