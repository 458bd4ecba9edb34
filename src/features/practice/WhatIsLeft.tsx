import { formatValue } from '../../engine/measure/format-value.ts';
import { formatDate } from '../../ui/format-day.ts';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { Fold } from '../../ui/parts/Fold.tsx';
import { lookAddress } from '../../ui/retention/look-address.ts';
import styles from '../../ui/retention/Retention.module.css';
import { SlippingChart } from '../../ui/retention/SlippingChart.tsx';
import { useIsBehind } from '../../ui/retention/StandingBadges.tsx';
import {
  coldShareAt,
  noShareWords,
  percent,
  refreshWords,
  shareWords,
} from '../../ui/retention/standing-words.ts';
import type { Payoff, PracticeCard } from './contract.ts';
import type { PracticeStanding } from './standing-contract.ts';

type WhatIsLeftProps = { readonly card: PracticeCard; readonly payoff: Payoff; readonly now: number };

/** What time away may leave of it, and a look at whether it holds. */
export function WhatIsLeft({ card: { id, title, standing }, payoff, now }: WhatIsLeftProps) {
  const isBehind = useIsBehind(id);
  if (standing?.retention === undefined) return null;
  const share = coldShareAt(standing, now);
  const told = share !== null && standing.retention.kind === 'known';
  return (
    <Fold
      id="left"
      title="What holds"
      gist={share === null ? null : `${percent(share.lower)} to ${percent(share.upper)}`}
    >
      <div className={styles.section}>
        {told ? (
          <Told payoff={payoff} standing={standing} now={now} title={title} />
        ) : (
          <p className="small muted">{noShareWords(payoff, standing)}</p>
        )}
        {isBehind && <p className="cap">Takes on their way home are not in it yet.</p>}
        <p>
          <ButtonLink href={lookAddress(id)}>Look whether it holds, 2 min</ButtonLink>
        </p>
        <p className="cap">
          Reached: a take came up to the target for the first time. Met: sessions on three days held it.
          Holds: the chance that the first take of a session comes up to it, as far as the takes tell.
        </p>
      </div>
    </Fold>
  );
}

type ToldProps = {
  readonly payoff: Payoff;
  readonly standing: PracticeStanding;
  readonly now: number;
  readonly title: string;
};

function Told({ payoff, standing, now, title }: ToldProps) {
  const share = coldShareAt(standing, now);
  if (share === null || standing.retention?.kind !== 'known') return null;
  const { best, n, lastAt } = standing.retention;
  return (
    <>
      <p className={`small ${styles.told}`}>
        A first take today: {shareWords(share)} of your best sustained level, {formatValue(payoff, best)}.{' '}
        {refreshWords(standing, now)}
      </p>
      <SlippingChart practices={[{ title, standing }]} now={now} />
      <p className="cap">
        A forecast from {n} takes, the last on {formatDate(lastAt)}. Four first takes in five lie in the span;
        the next one that you make cold moves it.
      </p>
    </>
  );
}
