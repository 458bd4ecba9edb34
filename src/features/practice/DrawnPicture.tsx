import { lazy, Suspense } from 'react';
import { Loading } from '../../ui/parts/Loading.tsx';
import { levelsNote, type Payload, verdictOf } from '../../ui/payoff/picture-words.ts';
import type { Payoff, PracticeCard } from './contract.ts';
import styles from './PictureBlock.module.css';

/** Before the first take there is nothing to draw, so its code comes with that. */
const PracticeChart = lazy(async () => ({
  default: (await import('../../ui/charts/PracticeChart.tsx')).PracticeChart,
}));

export type DrawnProps = {
  readonly card: PracticeCard;
  readonly payoff: Payoff;
  readonly picture: Payload;
};

/** The verdict in words, and every take of one kind of work. */
export function DrawnPicture({ card, payoff, picture }: DrawnProps) {
  const { headline, sentence } = verdictOf(card, payoff, picture);
  return (
    <>
      <h2 className="h3">{headline}</h2>
      {sentence !== null && <p className="small muted">{sentence}</p>}
      <div className={styles.chart}>
        <Suspense fallback={<Loading what="Drawing your takes" lines={8} />}>
          <PracticeChart
            title="Every take"
            isTitleHidden
            picture={picture}
            measure={payoff}
            note={levelsNote(picture)}
          />
        </Suspense>
      </div>
    </>
  );
}
