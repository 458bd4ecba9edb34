import { lazy, Suspense, useState } from 'react';
import { SofterBody } from '../../ui/micromastery/SofterWay.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { Fold } from '../../ui/parts/Fold.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import type { PracticePage } from './contract.ts';
import styles from './PracticeSections.module.css';
import { useHasEvidence } from './use-has-evidence.ts';
import type { KnownPicture } from './use-picture.ts';
import type { TakeBack } from './use-take-back.ts';
import { YourWay } from './YourWay.tsx';

/** Of takes, and below what is read first. */
const PracticeWords = lazy(async () => ({ default: (await import('./PracticeWords.tsx')).PracticeWords }));
const TakeList = lazy(async () => ({ default: (await import('./TakeList.tsx')).TakeList }));
const PracticeEvidence = lazy(async () => ({
  default: (await import('./PracticeEvidence.tsx')).PracticeEvidence,
}));
const ExperimentSection = lazy(async () => ({
  default: (await import('../../ui/experiments/ExperimentSection.tsx')).ExperimentSection,
}));
const SelfRatingsSection = lazy(async () => ({
  default: (await import('../../ui/self-ratings/SelfRatingsSection.tsx')).SelfRatingsSection,
}));
const PlaySection = lazy(async () => ({
  default: (await import('../../ui/play/PlaySection.tsx')).PlaySection,
}));
const RubPatSection = lazy(async () => ({
  default: (await import('../../ui/rub-pat/RubPatSection.tsx')).RubPatSection,
}));
const SupportSection = lazy(async () => ({
  default: (await import('../../ui/support/SupportSection.tsx')).SupportSection,
}));

type PracticeSectionsProps = {
  readonly page: PracticePage;
  readonly known: KnownPicture;
  readonly taking: TakeBack;
  /** Of the six slots those in place or not needed. */
  readonly onSupport: (share: number) => void;
};

/** What is read when it is asked for: three columns where there is room, and under each other, folded, on a phone. */
export function PracticeSections({ page, known, taking, onSupport }: PracticeSectionsProps) {
  const { card, payoffs } = page;
  const { picture, firstSuccess } = known;
  const hasEvidence = useHasEvidence(card);
  const payoff = payoffs[0] ?? null;
  return (
    <div className={styles.below}>
      <div className={styles.column}>
        {/* Before the first take there is nothing to hold a difference against. */}
        {card.attempts > 0 && (
          <Suspense fallback={null}>
            <ExperimentSection
              practiceId={card.id}
              payoffs={payoffs}
              variables={page.micromastery.experiments}
              variety={page.variety}
              varied={card.wish?.variedShare}
            />
          </Suspense>
        )}
        {payoff !== null && picture !== null && picture.n > 0 && (
          <Suspense fallback={<Loading what="Putting it in words" lines={2} />}>
            <PracticeWords {...{ card, payoff, picture, firstSuccess }} />
          </Suspense>
        )}
        {card.attempts > 0 && (
          <Suspense fallback={null}>
            <SelfRatingsSection practiceId={card.id} payoffs={payoffs} />
          </Suspense>
        )}
        <Fold id="softer" title="A softer way in" gist="two minutes">
          <SofterBody card={card} />
        </Fold>
      </div>
      <div className={styles.column}>
        {card.attempts === 0 ? (
          <NoTakes />
        ) : (
          <Suspense fallback={<Loading what="Fetching your takes" lines={2} />}>
            <TakeList {...{ card, payoffs, taking }} />
          </Suspense>
        )}
        {hasEvidence && (
          <Suspense fallback={null}>
            <PracticeEvidence page={page} />
          </Suspense>
        )}
        {card.attempts > 0 && (
          <Suspense fallback={null}>
            <PlaySection practiceId={card.id} payoffs={payoffs} design={page.micromastery} />
          </Suspense>
        )}
        <YourWay card={card} />
      </div>
      <div className={styles.column}>
        {page.micromastery.rubPat !== null && card.attempts > 0 && (
          <Suspense fallback={null}>
            <RubPatSection page={page} />
          </Suspense>
        )}
        <SupportPart page={page} onShare={onSupport} />
      </div>
    </div>
  );
}

function NoTakes() {
  return (
    <section aria-labelledby="takes" className={styles.plain}>
      <h2 className="h3" id="takes">
        Takes
      </h2>
      <p className="muted">None yet. The first one is only a look.</p>
    </section>
  );
}

type SupportPartProps = { readonly page: PracticePage; readonly onShare: (share: number) => void };

/** Before the first take a line, since nothing has to be there to begin. */
function SupportPart({ page, onShare }: SupportPartProps) {
  const [isAsked, setAsked] = useState(false);
  if (isAsked || page.card.attempts > 0 || page.supportShare > 0) {
    return (
      <Suspense fallback={<Loading what="Fetching what is around it" lines={2} />}>
        <SupportSection
          practiceId={page.card.id}
          design={page.micromastery}
          onShare={onShare}
          isOpenAtFirst={isAsked || undefined}
        />
      </Suspense>
    );
  }
  return (
    <section aria-labelledby="support-folded" className={styles.plain}>
      <h2 className="h3" id="support-folded">
        Background support
      </h2>
      <p className="small muted">What makes it easy to begin, and what to do when something is in the way.</p>
      <Button onClick={() => setAsked(true)}>Set it up</Button>
    </section>
  );
}
