import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { useBench } from '../../ui/api/use-kept.ts';
import { SofterWay } from '../../ui/micromastery/SofterWay.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { useSettings } from '../../ui/settings.ts';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import type { Bench } from '../practice/contract.ts';
import { BenchNeeds } from './BenchNeeds.tsx';
import { BenchPlan } from './BenchPlan.tsx';
import styles from './BenchScreen.module.css';
import { PracticeList } from './PracticeList.tsx';
import { useNow } from './use-now.ts';
import { useEndPause } from './use-pause.ts';
import { useBenchAgenda } from './use-plan.ts';

/** Shown once in a life. */
const EmptyBench = lazy(async () => ({ default: (await import('./EmptyBench.tsx')).EmptyBench }));
/** Only what was put in is drawn, so its code comes with the first of it. */
const BenchRecord = lazy(async () => ({ default: (await import('./BenchRecord.tsx')).BenchRecord }));

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
      {bench !== undefined && (
        <Suspense fallback={null}>
          <EmptyBench />
        </Suspense>
      )}
    </>
  );
}

function FullBench({ bench }: { readonly bench: Bench }) {
  const { quietHours } = useSettings();
  const now = useNow(quietHours);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const agenda = useBenchAgenda(bench, now, chosenId);
  const [minutes, setMinutes] = useState<number | null>(null);
  const wanted = minutes ?? agenda.usualMinutes;
  const endPause = useEndPause(agenda.pause, agenda.today);
  const plan = agenda.planFor(wanted);
  const hasTakes = bench.practices.some(({ attempts }) => attempts > 0);
  const firstId = plan.kind === 'plan' ? plan.lines[0]?.practiceId : null;
  /** Nothing is suggested by itself, also not at the edge of the page. */
  const isSilent = plan.kind === 'paused' || plan.kind === 'week-full' || agenda.isQuiet;
  const plannedMinutes = plan.kind === 'plan' ? plan.minutes : wanted;
  const softest = bench.practices.find(({ id }) => id === firstId) ?? bench.practices[0];
  return (
    <div className={`grid ${styles.bench}`}>
      <div className={styles.column}>
        <BenchPlan
          practices={bench.practices}
          agenda={agenda}
          minutes={wanted}
          onMinutes={setMinutes}
          onChoose={setChosenId}
          onEndPause={endPause}
        />
        {(bench.sessions.length > 0 || (bench.total?.sessions ?? 0) > 0 || hasTakes) && (
          <Suspense fallback={<div className={styles.awaited} />}>
            <BenchRecord
              bench={bench}
              agenda={agenda}
              now={now}
              plannedMinutes={isSilent ? null : plannedMinutes}
            />
          </Suspense>
        )}
      </div>
      <div className={styles.column}>
        <div className={styles.side}>
          <PracticeList practices={bench.practices} places={agenda.places} now={now} />
          <BenchNeeds />
        </div>
        {softest !== undefined && !isSilent && (
          <div className={styles.softer}>
            <SofterWay card={softest} />
          </div>
        )}
      </div>
    </div>
  );
}
