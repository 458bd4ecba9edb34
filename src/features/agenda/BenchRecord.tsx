import { useState } from 'react';
import { consistency } from '../../engine/momentum/consistency.ts';
import { consistencySentence } from '../../engine/momentum/consistency-words.ts';
import { localDay } from '../../ui/offline/device.ts';
import { Button } from '../../ui/parts/Button.tsx';
import type { Bench } from '../practice/contract.ts';
import { pausesOf } from './agenda-practice.ts';
import styles from './BenchScreen.module.css';
import { BenchSlipping } from './BenchSlipping.tsx';
import { MinutesChart } from './MinutesChart.tsx';
import { PauseForm } from './PauseForm.tsx';
import type { BenchAgenda } from './use-plan.ts';
import { usePracticeRecord } from './use-practice-record.ts';

type BenchRecordProps = {
  readonly bench: Bench;
  readonly agenda: BenchAgenda;
  readonly now: Date;
  /** What may be put in today, drawn warm at the end; null while nothing is suggested. */
  readonly plannedMinutes: number | null;
};

/** What was put in, how it holds over the days, a pause for those that are meant to be without, and what is slipping. */
export function BenchRecord({ bench, agenda, now, plannedMinutes }: BenchRecordProps) {
  const record = usePracticeRecord(bench, now.getTime());
  const [isPausing, setPausing] = useState(false);
  const days = bench.sessions.map(({ startedAt }) => localDay(new Date(startedAt)));
  const began = bench.practices.map(({ startedAt }) => localDay(new Date(startedAt)));
  // While a pause lasts, what was held stands as it was on the day that it began: that day was not paused yet.
  const today = agenda.pause?.fromDay ?? agenda.today;
  const held = consistency({
    today,
    startedDay: [...days, ...began, today].toSorted()[0] ?? today,
    keptDays: days,
    pauses: pausesOf(agenda.agenda).filter(({ fromDay }) => fromDay < today),
    reserveAWeek: agenda.reserveDaysAWeek,
  });
  return (
    <>
      <section className={styles.record} aria-labelledby="record">
        <h2 id="record">What you have put in</h2>
        <p className={`muted ${styles['record-words']}`}>
          {record.words} {consistencySentence(held)}
        </p>
        <MinutesChart record={record} plannedMinutes={plannedMinutes} />
        {agenda.pause === null && (
          <p>
            <Button kind="text" aria-expanded={isPausing} onClick={() => setPausing(!isPausing)}>
              Pause for a while
            </Button>
          </p>
        )}
        {isPausing && agenda.pause === null && (
          <PauseForm today={agenda.today} onDone={() => setPausing(false)} />
        )}
      </section>
      <BenchSlipping
        practices={bench.practices}
        places={agenda.places}
        now={now}
        isSilent={plannedMinutes === null}
        className={styles.record}
      />
    </>
  );
}
