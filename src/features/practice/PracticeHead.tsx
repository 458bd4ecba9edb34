import { lazy, Suspense } from 'react';
import { ActionBar } from '../../ui/parts/ActionBar.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { Murrina } from '../../ui/parts/Murrina.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import type { PracticeCard } from './contract.ts';
import styles from './PracticeHead.module.css';

/** Only where there are takes. */
const StandingBadges = lazy(async () => ({
  default: (await import('../../ui/retention/StandingBadges.tsx')).StandingBadges,
}));

/** Takes of a sitting that is begun from the page: enough to see something, few enough to begin. */
const TAKES_OF_A_SITTING = 6;
const SHORTEST_MINUTES = 2;
const LONGEST_MINUTES = 25;

type PracticeHeadProps = { readonly card: PracticeCard; readonly onEdit: () => void };

export function PracticeHead({ card, onEdit }: PracticeHeadProps) {
  const minutes = sittingMinutes(card.attemptMinutes);
  return (
    <div className={styles.head}>
      <div>
        <p className={`cap ${styles.field}`}>
          <Murrina form="apprentice" sizePixels={22} /> {card.field}, {takesWords(card.attempts)}
        </p>
        <ScreenHeading title={card.title}>{card.title}</ScreenHeading>
        {card.needText !== null && (
          <p className={`small muted ${styles.need}`}>
            Because: <q>{card.needText}</q>
          </p>
        )}
        {card.attempts > 0 && (
          <Suspense fallback={null}>
            <StandingBadges card={card} now={Date.now()} />
          </Suspense>
        )}
      </div>
      <ActionBar>
        <ButtonLink kind="hot" href={`/practices/${card.id}/run?minutes=${minutes}`} className={styles.hot}>
          Practise, {minutes} min
        </ButtonLink>
        <Button onClick={onEdit}>Edit payoff</Button>
      </ActionBar>
    </div>
  );
}

function sittingMinutes(attemptMinutes: number): number {
  const wished = Math.ceil(attemptMinutes * TAKES_OF_A_SITTING);
  return Math.max(Math.ceil(attemptMinutes), Math.min(LONGEST_MINUTES, Math.max(SHORTEST_MINUTES, wished)));
}

function takesWords(attempts: number): string {
  if (attempts === 0) return 'no take yet';
  return attempts === 1 ? '1 take' : `${attempts.toLocaleString('en')} takes`;
}
