import { joinClasses } from '../../ui/join-classes.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { RuledList } from '../../ui/parts/RuledList.tsx';
import { useFirstFew } from '../../ui/parts/use-first-few.ts';
import { lookAddress } from '../../ui/retention/look-address.ts';
import styles from '../../ui/retention/Retention.module.css';
import { SlippingChart } from '../../ui/retention/SlippingChart.tsx';
import { refreshWords, shareWords } from '../../ui/retention/standing-words.ts';
import type { PracticeCard } from '../practice/contract.ts';
import type { Place } from './contract.ts';
import { type SlippingPractice, slippingPractices } from './slipping-practices.ts';

/** More lines than this lie over each other. */
const MOST_DRAWN = 4;

type BenchSlippingProps = {
  readonly practices: readonly PracticeCard[];
  readonly places: ReadonlyMap<string, Place>;
  readonly now: Date;
  /** Nothing is suggested by itself: a pause, quiet hours, or a week that is full. */
  readonly isSilent: boolean;
  readonly className: string | undefined;
};

/** What may be left of each practice by when, what has a day to refresh, and a look at whether it holds. */
export function BenchSlipping({ practices, places, now, isSilent, className }: BenchSlippingProps) {
  const at = now.getTime();
  const slipping = slippingPractices(practices, places, at);
  const { shown, rest, showAll } = useFirstFew(slipping, MOST_DRAWN);
  if (slipping.length === 0) return null;
  return (
    <section className={joinClasses(styles.section, className)} aria-labelledby="slipping">
      <h2 id="slipping">What is slipping, and when</h2>
      <SlippingChart practices={slipping.slice(0, MOST_DRAWN)} now={at} />
      <p className="cap">
        The first take after time away, as a share of the best level that you held: a forecast. Spans hold
        four times in five. A short stroke across a line is a day to refresh: from then on under eight in ten
        first takes meet the target.
      </p>
      <RuledList label="What is left today" className={styles.list}>
        {shown.map((practice) => (
          <SlippingRow key={practice.id} practice={practice} now={at} isSilent={isSilent} />
        ))}
      </RuledList>
      {rest > 0 && (
        <Button kind="text" onClick={showAll}>
          {rest} more
        </Button>
      )}
    </section>
  );
}

type SlippingRowProps = {
  readonly practice: SlippingPractice;
  readonly now: number;
  readonly isSilent: boolean;
};

function SlippingRow({ practice, now, isSilent }: SlippingRowProps) {
  const { id, title, standing, share } = practice;
  const refresh = isSilent ? null : refreshWords(standing, now);
  return (
    <li>
      <div>
        <p>
          <PageLink href={`/practices/${id}`}>{title}</PageLink>
        </p>
        <p className={`small muted ${styles.told}`}>
          Today {shareWords(share)} of your best level. {refresh}
        </p>
      </div>
      {!isSilent && (
        <p>
          <ButtonLink href={lookAddress(id)} aria-label={`Look whether it holds, 2 min: ${title}`}>
            Look whether it holds, 2 min
          </ButtonLink>
        </p>
      )}
    </li>
  );
}
