import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { attemptsQuery } from '../../ui/api/queries.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { SofterWay } from '../../ui/micromastery/SofterWay.tsx';
import { sixTexts } from '../../ui/micromastery/six-texts.ts';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { SixFigure } from '../../ui/parts/SixFigure.tsx';
import { Stage } from '../../ui/parts/Stage.tsx';
import { centreWords } from '../../ui/payoff/picture-words.ts';
import type { PracticePage } from './contract.ts';
import { PayoffBlock } from './PayoffBlock.tsx';
import { PictureBlock, PictureWords } from './PictureBlock.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import { PracticeHead } from './PracticeHead.tsx';
import styles from './PracticeHome.module.css';
import { TakeList } from './TakeList.tsx';
import { FILL_RULE, useFills } from './use-fills.ts';
import { usePicture } from './use-picture.ts';
import { VersionNote } from './VersionNote.tsx';

const PAYOFF_PETAL = 1;

export function PracticeHome({ page }: { readonly page: PracticePage }) {
  const { card, micromastery, payoffs } = page;
  const [isEditing, setEditing] = useState(false);
  const known = usePicture(card.id, payoffs);
  const { data: list } = useQuery(attemptsQuery(card.id, null));
  const payoff = payoffs[0] ?? null;
  const { picture } = known;
  const fills = useFills({ page, picture, attempts: list?.attempts ?? [] });
  const isTrickHidden =
    micromastery.entryTrick?.tryFirst === true && card.attempts === 0 && fills.trick === 0;
  const isMet = picture?.met.metAt != null;
  return (
    <>
      <PracticeHead card={card} onEdit={() => setEditing(true)} />
      <VersionNote card={card} />
      <div className={`grid ${styles.top}`}>
        <Stage
          aria-label="Six elements"
          className={joinClasses(styles.stage, isEditing && styles['while-editing'])}
        >
          <SixFigure
            elements={sixTexts({
              design: micromastery,
              fills,
              payoff: payoff?.statement ?? null,
              isTrickHidden,
            })}
            live={fills.payoff > 0 && !isMet ? PAYOFF_PETAL : null}
            centre={payoff === null || picture === null ? null : centreWords(payoff, picture)}
            leaning={micromastery.rubPat === null ? [] : [[5, 2]]}
          >
            {micromastery.rubPat !== null && (
              <p>
                <b>How they lean on each other.</b> {micromastery.rubPat.together}
              </p>
            )}
            <p className={styles.rule}>{FILL_RULE}</p>
            <p>
              <PageLink href={canvasOf(card)}>
                {card.isOwn ? 'Design it anew' : 'Make the design your own'}
              </PageLink>
            </p>
          </SixFigure>
        </Stage>
        <div>
          <PayoffBlock
            practiceId={card.id}
            payoffs={payoffs}
            picture={picture}
            isEditing={isEditing}
            onEditing={setEditing}
            design={micromastery}
          />
          <PictureBlock card={card} payoff={payoff} known={known} />
        </div>
      </div>
      <div className={`grid ${styles.below}`}>
        {payoff !== null && picture !== null && picture.n > 0 && (
          <PictureWords card={card} payoff={payoff} picture={picture} />
        )}
        <TakeList card={card} payoffs={payoffs} />
        <div className={styles.side}>
          <PlaceChoice practiceId={card.id} />
          <SofterWay card={card} />
        </div>
      </div>
    </>
  );
}

/** A new version of one’s own, or a fork of another’s; the practice follows it from then on. */
function canvasOf({ id, micromasteryId, isOwn }: PracticePage['card']): string {
  return isOwn
    ? `/canvas/${micromasteryId}?practice=${id}`
    : `/canvas/new?from=${micromasteryId}&practice=${id}`;
}
