import { useQuery } from '@tanstack/react-query';
import { attemptsQuery } from '../../ui/api/queries.ts';
import { sixTexts } from '../../ui/micromastery/six-texts.ts';
import { FoldedLine } from '../../ui/parts/FoldedLine.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { SixFigure } from '../../ui/parts/SixFigure.tsx';
import { Stage } from '../../ui/parts/Stage.tsx';
import { centreWords } from '../../ui/payoff/picture-words.ts';
import type { PracticePage } from './contract.ts';
import styles from './PracticeElements.module.css';
import { FILL_RULE, useFills } from './use-fills.ts';
import type { KnownPicture } from './use-picture.ts';

const PAYOFF_PETAL = 1;

type PracticeElementsProps = {
  readonly page: PracticePage;
  readonly picture: KnownPicture['picture'];
  readonly supportShare: number;
  readonly className?: string | undefined;
};

/** The six elements, each as far as it is in place for this learner. */
export function PracticeElements({ page, picture, supportShare, className }: PracticeElementsProps) {
  const { card, micromastery, payoffs } = page;
  const { data: list } = useQuery(attemptsQuery(card.id, null));
  const payoff = payoffs[0] ?? null;
  const fills = useFills({ page, picture, attempts: list?.attempts ?? [], supportShare });
  const isTrickHidden =
    micromastery.entryTrick?.tryFirst === true && card.attempts === 0 && fills.trick === 0;
  const isMet = picture?.met.metAt != null;
  return (
    <Stage aria-label="Six elements" className={className}>
      <SixFigure
        elements={sixTexts({ design: micromastery, fills, payoff: payoff?.statement ?? null, isTrickHidden })}
        live={fills.payoff > 0 && !isMet ? PAYOFF_PETAL : null}
        centre={payoff === null || picture === null ? null : centreWords(payoff, picture)}
        leaning={micromastery.rubPat === null ? [] : [[5, 2]]}
      >
        <p>
          {micromastery.rubPat !== null && (
            <>
              <b>How they lean on each other.</b> {micromastery.rubPat.together}{' '}
            </>
          )}
          A petal fills as its element comes into place, in any order; orange is what is worked on now.
        </p>
        <div className={styles.ways}>
          <FoldedLine line="What fills each petal">
            <p>{FILL_RULE}</p>
          </FoldedLine>
          <PageLink href={canvasOf(card)} className={styles.design}>
            {card.isOwn ? 'Design it anew' : 'Make the design your own'}
          </PageLink>
        </div>
      </SixFigure>
    </Stage>
  );
}

/** A new version of one’s own, or a fork of another’s; the practice follows it from then on. */
function canvasOf({ id, micromasteryId, isOwn }: PracticePage['card']): string {
  return isOwn
    ? `/canvas/${micromasteryId}?practice=${id}`
    : `/canvas/new?from=${micromasteryId}&practice=${id}`;
}
