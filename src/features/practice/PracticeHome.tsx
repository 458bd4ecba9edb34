import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { attemptsQuery } from '../../ui/api/queries.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { SofterWay } from '../../ui/micromastery/SofterWay.tsx';
import { sixTexts } from '../../ui/micromastery/six-texts.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { SixFigure } from '../../ui/parts/SixFigure.tsx';
import { Stage } from '../../ui/parts/Stage.tsx';
import { centreWords } from '../../ui/payoff/picture-words.ts';
import type { PracticePage } from './contract.ts';
import { PayoffBlock } from './PayoffBlock.tsx';
import { PictureBlock } from './PictureBlock.tsx';
import { PracticeHead } from './PracticeHead.tsx';
import styles from './PracticeHome.module.css';
import { TakeList } from './TakeList.tsx';
import { FILL_RULE, useFills } from './use-fills.ts';
import { useHasEvidence } from './use-has-evidence.ts';
import { type KnownPicture, usePicture } from './use-picture.ts';
import { useTakeBack } from './use-take-back.ts';
import { VersionNote } from './VersionNote.tsx';
import { YourWay } from './YourWay.tsx';

/** Only once it has held. */
const PracticeWords = lazy(async () => ({ default: (await import('./PracticeWords.tsx')).PracticeWords }));
const PayoffHeld = lazy(async () => ({ default: (await import('./PayoffHeld.tsx')).PayoffHeld }));
/** Below what is read first. */
const SupportSection = lazy(async () => ({
  default: (await import('../../ui/support/SupportSection.tsx')).SupportSection,
}));

const ExperimentSection = lazy(async () => ({
  default: (await import('../../ui/experiments/ExperimentSection.tsx')).ExperimentSection,
}));

const PracticeEvidence = lazy(async () => ({
  default: (await import('./PracticeEvidence.tsx')).PracticeEvidence,
}));

const PAYOFF_PETAL = 1;

export function PracticeHome({ page }: { readonly page: PracticePage }) {
  const { card, micromastery, payoffs } = page;
  const [isEditing, setEditing] = useState(false);
  const known = usePicture(card.id, payoffs);
  const hasEvidence = useHasEvidence(card);
  // One, wherever it is pressed: the next one carries out the one before.
  const taking = useTakeBack(card.id);
  /** Null until what is around it was opened: then the page itself says it. */
  const [supportShare, setSupportShare] = useState<number | null>(null);
  const payoff = payoffs[0] ?? null;
  const { picture } = known;
  return (
    <>
      <PracticeHead card={card} onEdit={() => setEditing(true)} />
      <VersionNote card={card} />
      <div className={`grid ${styles.top}`}>
        <Elements
          page={page}
          picture={picture}
          supportShare={supportShare ?? page.supportShare ?? 0}
          isEditing={isEditing}
        />
        <div>
          <PayoffBlock
            practiceId={card.id}
            payoffs={payoffs}
            picture={picture}
            isEditing={isEditing}
            onEditing={setEditing}
            design={micromastery}
          />
          {payoff !== null && picture?.met.metAt != null && !isEditing && (
            <Suspense fallback={null}>
              <PayoffHeld
                payoff={payoff}
                design={micromastery}
                metAt={picture.met.metAt}
                chosen={page.payoffChoice ?? null}
                onRaise={() => setEditing(true)}
              />
            </Suspense>
          )}
          <PictureBlock card={card} payoff={payoff} known={known} />
        </div>
      </div>
      <div className={`grid ${styles.below}`}>
        <ExperimentPart page={page} />
        {payoff !== null && picture !== null && picture.n > 0 && (
          <Suspense fallback={null}>
            <PracticeWords {...{ card, payoff, picture, taking }} />
          </Suspense>
        )}
        <TakeList {...{ card, payoffs, taking }} />
        {hasEvidence && (
          <Suspense fallback={null}>
            <PracticeEvidence page={page} />
          </Suspense>
        )}
      </div>
      <div className={styles.around}>
        <SupportPart page={page} onShare={setSupportShare} />
      </div>
      <div className={`grid ${styles.below}`}>
        <YourWay card={card} />
        <SofterWay card={card} />
      </div>
    </>
  );
}

type ElementsProps = {
  readonly page: PracticePage;
  readonly picture: KnownPicture['picture'];
  readonly supportShare: number;
  readonly isEditing: boolean;
};

/** The six elements, each as far as it is in place for this learner. */
function Elements({ page, picture, supportShare, isEditing }: ElementsProps) {
  const { card, micromastery, payoffs } = page;
  const { data: list } = useQuery(attemptsQuery(card.id, null));
  const payoff = payoffs[0] ?? null;
  const fills = useFills({ page, picture, attempts: list?.attempts ?? [], supportShare });
  const isTrickHidden =
    micromastery.entryTrick?.tryFirst === true && card.attempts === 0 && fills.trick === 0;
  const isMet = picture?.met.metAt != null;
  return (
    <Stage
      aria-label="Six elements"
      className={joinClasses(styles.stage, isEditing && styles['while-editing'])}
    >
      <SixFigure
        elements={sixTexts({ design: micromastery, fills, payoff: payoff?.statement ?? null, isTrickHidden })}
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
  );
}

/** Before the first take there is nothing to hold a difference against. */
function ExperimentPart({ page: { card, payoffs, micromastery } }: { readonly page: PracticePage }) {
  if (card.attempts === 0) return null;
  return (
    <Suspense fallback={null}>
      <ExperimentSection practiceId={card.id} payoffs={payoffs} variables={micromastery.experiments} />
    </Suspense>
  );
}

type SupportPartProps = { readonly page: PracticePage; readonly onShare: (share: number) => void };

/** Before the first take a line, since nothing has to be there to begin. */
function SupportPart({ page, onShare }: SupportPartProps) {
  const [isOpen, setOpen] = useState(page.card.attempts > 0 || page.supportShare > 0);
  if (isOpen) {
    return (
      <Suspense fallback={<Loading what="Fetching what is around it" lines={6} lineHeightRem={2.75} />}>
        <SupportSection practiceId={page.card.id} design={page.micromastery} onShare={onShare} />
      </Suspense>
    );
  }
  return (
    <section aria-labelledby="support-folded">
      <h2 className="h3" id="support-folded">
        Background support
      </h2>
      <p className="small muted">What makes it easy to begin, and what to do when something is in the way.</p>
      <Button onClick={() => setOpen(true)}>Set it up</Button>
    </section>
  );
}

/** A new version of one’s own, or a fork of another’s; the practice follows it from then on. */
function canvasOf({ id, micromasteryId, isOwn }: PracticePage['card']): string {
  return isOwn
    ? `/canvas/${micromasteryId}?practice=${id}`
    : `/canvas/new?from=${micromasteryId}&practice=${id}`;
}
