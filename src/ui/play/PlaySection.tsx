import type { Micromastery } from '../../features/library/contract.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import { useTwists } from '../api/use-twists.ts';
import { ButtonLink } from '../parts/ButtonLink.tsx';
import { Fold } from '../parts/Fold.tsx';
import { useSettings } from '../settings.ts';
import { DifficultyPart } from './DifficultyPart.tsx';
import styles from './Play.module.css';
import { TwistDeckPart } from './TwistDeckPart.tsx';

type PlaySectionProps = {
  readonly practiceId: string;
  readonly payoffs: readonly Payoff[];
  readonly design: Pick<Micromastery, 'twists' | 'experiments'>;
};

/** What makes a game of a practice: a difficulty that follows, a deck, and play for its own sake. Nothing where play is off. */
export function PlaySection({ practiceId, payoffs, design }: PlaySectionProps) {
  const { plays, twistEvery } = useSettings();
  const known = useTwists(practiceId);
  if (!plays || known === null) return null;
  return (
    <Fold id="play" title="Play with it" gist="difficulty, twists, mess it up">
      <div className={styles.parts}>
        <DifficultyPart
          practiceId={practiceId}
          payoffs={payoffs}
          variables={design.experiments}
          set={known.difficulty ?? null}
        />
        <TwistDeckPart
          practiceId={practiceId}
          author={design.twists}
          cards={known.cards ?? []}
          every={twistEvery}
        />
        <section aria-labelledby="mess-it-up" className={styles.part}>
          <h3 id="mess-it-up">Mess it up</h3>
          <p className="small muted">
            Backwards, left-handed, worst on purpose. It counts as practice, and is never scored.
          </p>
          <ButtonLink href={`/practices/${practiceId}/run?work=play`}>Mess it up</ButtonLink>
        </section>
      </div>
    </Fold>
  );
}
