import { lazy, Suspense, useState } from 'react';
import { countFigures } from '../../engine/picture/count-words.ts';
import { Loading } from '../../ui/parts/Loading.tsx';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import type { Payoff, PracticeCard } from './contract.ts';
import { DrawnPicture } from './DrawnPicture.tsx';
import type { KnownPicture } from './use-picture.ts';

/** Only who worked on a part or showed it to others has more than one picture. */
const WorkPicture = lazy(async () => ({ default: (await import('./WorkPicture.tsx')).WorkPicture }));

type PictureBlockProps = {
  readonly card: PracticeCard;
  readonly payoff: Payoff | null;
  readonly known: KnownPicture;
};

/** Where the learner stands: the verdict in words, the drawing, and what it rests on. */
export function PictureBlock({ card, payoff, known }: PictureBlockProps) {
  const { picture, isLoading, error, retry, missing, works } = known;
  const [chosen, setChosen] = useState('whole');
  const hasOthers = payoff !== null && works.some(({ work }) => work !== 'whole');
  const others = hasOthers && (
    <Suspense fallback={null}>
      <WorkPicture card={card} payoff={payoff} works={works} chosen={chosen} onChoose={setChosen} />
    </Suspense>
  );
  // Whichever is chosen, only that one is drawn.
  if (hasOthers && chosen !== 'whole') return <section aria-label="Where you stand">{others}</section>;
  return (
    <section aria-label="Where you stand">
      {others}
      {payoff !== null && picture !== null && card.attempts > 0 ? (
        <DrawnPicture card={card} payoff={payoff} picture={picture} />
      ) : (
        <NotDrawn card={card} payoff={payoff} isLoading={isLoading} />
      )}
      {picture === null && error !== null && card.attempts > 0 && (
        <ReadFault error={error} what="The picture" retry={retry} />
      )}
      {missing > 0 && <p className="cap">{missingWords(missing)}</p>}
    </section>
  );
}

function missingWords(missing: number): string {
  const takes = missing === 1 ? 'One take is' : `${countFigures(missing)} takes are`;
  return `${takes} kept on this device, and drawn here once home has them.`;
}

type NotDrawnProps = {
  readonly card: PracticeCard;
  readonly payoff: Payoff | null;
  readonly isLoading: boolean;
};

function NotDrawn({ card, payoff, isLoading }: NotDrawnProps) {
  // Where they cannot be drawn, what stands below says why.
  if (card.attempts > 0) return isLoading ? <Loading what="Drawing your takes" lines={8} /> : null;
  if (payoff === null) return null;
  return <p className="small muted">The picture begins with your first take.</p>;
}
