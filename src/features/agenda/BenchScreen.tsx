import { useDeferredValue, useState } from 'react';
import { useBench } from '../../ui/api/use-kept.ts';
import { SofterWay } from '../../ui/micromastery/SofterWay.tsx';
import { KeptNeeds } from '../../ui/needs/KeptNeeds.tsx';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { EmptyState } from '../../ui/parts/EmptyState.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import type { Bench } from '../practice/contract.ts';
import { BenchPlan } from './BenchPlan.tsx';
import styles from './BenchScreen.module.css';
import { MinutesChart } from './MinutesChart.tsx';
import { PracticeList } from './PracticeList.tsx';
import { useNow } from './use-now.ts';
import { usePracticeRecord } from './use-practice-record.ts';

/** What to do with the minutes at hand. In the first load, so that a phone opens on it. */
export function BenchScreen() {
  const { value, error, retry } = useBench();
  // Drawn in slices: much is on it, and a tap meanwhile is answered first.
  const bench = useDeferredValue(value);
  if (bench !== undefined && bench.practices.length > 0) return <FullBench bench={bench} />;
  return (
    <>
      <ScreenHeading title="Bench" className="vh">
        Bench
      </ScreenHeading>
      {bench === undefined && error === null && (
        <Loading what="Fetching your bench" lines={6} lineHeightRem={3.25} />
      )}
      {bench === undefined && error !== null && <ReadFault error={error} what="Your bench" retry={retry} />}
      {bench !== undefined && <EmptyBench />}
    </>
  );
}

function EmptyBench() {
  return (
    <div className={styles.empty}>
      <EmptyState
        title="Nothing on the bench yet"
        action={
          <ButtonLink kind="hot" href="/find">
            Find one
          </ButtonLink>
        }
      >
        Start with one small thing you want to do well. Say what you need, and see what would help.
      </EmptyState>
      <p className="muted">
        You have records of practice already? <PageLink href="/import">Bring them in</PageLink> and see where
        you stand.
      </p>
      <KeptNeeds />
    </div>
  );
}

function FullBench({ bench }: { readonly bench: Bench }) {
  const now = useNow();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [minutes, setMinutes] = useState(12);
  const record = usePracticeRecord(bench, now.getTime());
  const chosen = bench.practices.find((card) => card.id === chosenId) ?? bench.practices[0];
  if (chosen === undefined) return null;
  return (
    <div className={`grid ${styles.bench}`}>
      <div className={styles.column}>
        <BenchPlan
          practices={bench.practices}
          chosen={chosen}
          onChoose={setChosenId}
          minutes={minutes}
          onMinutes={setMinutes}
          now={now}
        />
        <section className={styles.record} aria-labelledby="record">
          <h2 id="record">What you have put in</h2>
          <p className={`muted ${styles['record-words']}`}>{record.words}</p>
          <MinutesChart record={record} plannedMinutes={minutes} />
        </section>
      </div>
      <div className={styles.column}>
        <div className={styles.side}>
          <PracticeList practices={bench.practices} now={now} />
          <KeptNeeds />
        </div>
        <div className={styles.softer}>
          <SofterWay card={chosen} />
        </div>
      </div>
    </div>
  );
}
