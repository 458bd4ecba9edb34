import { lazy, Suspense, useCallback, useDeferredValue, useEffect } from 'react';
import { TWO_MINUTES, WHOLE, WORKS, type WorkOf } from '../../engine/session/work.ts';
import { usePracticePage } from '../../ui/api/use-kept.ts';
import { isTrickRead } from '../../ui/micromastery/trick-read.ts';
import { useSpace } from '../../ui/offline/use-pending.ts';
import { useSync } from '../../ui/offline/use-sync.ts';
import { Loading } from '../../ui/parts/Loading.tsx';
import { goTo } from '../../ui/shell/navigation.ts';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { useAddressWord, usePageId } from '../../ui/shell/use-address.ts';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import { nextSitting } from './next-sitting.ts';
import { partName } from './part-name.ts';
import styles from './Runner.module.css';
import { Runner } from './Runner.tsx';
import { useHasLots } from './use-has-lots.ts';
import { useOnlyTab } from './use-only-tab.ts';
import { useRunner } from './use-runner.ts';
import { type RunnerStart, runnerLock, useRunnerStart } from './use-runner-start.ts';

const fetchSummary = () => import('./SummaryView.tsx');
/** In place of a session that cannot be here. */
const RunnerInstead = lazy(async () => ({ default: (await import('./RunnerInstead.tsx')).RunnerInstead }));
/** Only where there is something to draw from. */
const RunnerLots = lazy(async () => ({ default: (await import('./RunnerLots.tsx')).RunnerLots }));
const SummaryView = lazy(async () => ({ default: (await fetchSummary()).SummaryView }));

/** Practising, from the first take to the look back. It has the whole window, and one tab. */
export default function RunnerScreen() {
  const practiceId = usePageId();
  const tab = useOnlyTab(runnerLock(practiceId));
  const { value, error, retry } = usePracticePage(practiceId);
  const page = useDeferredValue(value);
  // The sender works here too: this screen stands outside the frame that starts it elsewhere.
  useSync();
  const space = useSpace();
  const payoff = page?.payoffs[0];

  if (page === undefined && error !== null) {
    return (
      <Whole>
        <ReadFault error={error} what="This practice" retry={retry} />
      </Whole>
    );
  }
  if (page === undefined || space === null || tab.state === 'asking') return <Fetching />;
  const isElsewhere = tab.state === 'elsewhere';
  if (isElsewhere || payoff === undefined) {
    return (
      <Whole>
        <Suspense fallback={null}>
          <RunnerInstead card={page.card} onTakeOver={isElsewhere ? tab.takeOver : null} />
        </Suspense>
      </Whole>
    );
  }
  return <Started page={page} payoff={payoff} />;
}

type StartedProps = { readonly page: PracticePage; readonly payoff: Payoff };

function Started({ page, payoff }: StartedProps) {
  const isFloor = useAddressWord('floor') === '1';
  const minutes = minutesOf(useAddressWord('minutes'));
  const asked = useAddressWord('work');
  const named = useAddressWord('part');
  const { work, part } = workAsked(asked, named) ?? (isFloor ? TWO_MINUTES : WHOLE);
  // Drawn in slices, so that the page stays at hand while much is put on it at once.
  const start = useDeferredValue(useRunnerStart({ practiceId: page.card.id, isFloor, minutes, work, part }));
  if (start.kind === 'reading') return <Fetching />;
  return <Sitting key={start.session.sessionId} page={page} payoff={payoff} start={start} />;
}

/** Null where the address asks for no kind of session. */
function workAsked(asked: string | null, named: string | null): WorkOf | null {
  const work = WORKS.find((one) => one === asked);
  return work === undefined ? null : { work, part: work === 'part' ? partName(named ?? '') : null };
}

type SittingProps = StartedProps & { readonly start: Extract<RunnerStart, { kind: 'ready' }> };

function Sitting({ page, payoff, start }: SittingProps) {
  const { id, micromasteryId } = page.card;
  const hasRead = useCallback(() => isTrickRead(micromasteryId), [micromasteryId]);
  const { session: initial, isResumed } = start;
  const hasLots = useHasLots(page);
  const runner = useRunner({ initial, isResumed, payoff, payoffs: page.payoffs, isTrickRead: hasRead });
  const hasTakes = runner.session.takes.length > 0;
  useEffect(() => {
    // It is looked back on what was done: until then its code is not needed, and from then on it is at hand.
    if (hasTakes) void fetchSummary().catch(() => {});
  }, [hasTakes]);
  // What is over is not begun anew by going back.
  const next = nextSitting(useAddressWord('then'));
  const leaveFor = (address: string) => void runner.act.end().then(() => goTo(address, { instead: true }));
  const leave = () => leaveFor(`/practices/${id}`);
  if (runner.session.phase === 'ended') {
    return (
      <Suspense fallback={<Fetching what="Looking back" />}>
        <SummaryView
          page={page}
          payoff={payoff}
          runner={runner}
          nextId={next?.practiceId ?? null}
          onDone={() => (next === null ? leave() : leaveFor(next.address))}
          onLeave={leave}
        />
      </Suspense>
    );
  }
  return (
    <>
      {hasLots && (
        <Suspense fallback={null}>
          <RunnerLots page={page} payoff={payoff} session={runner.session} act={runner.act} />
        </Suspense>
      )}
      <Runner page={page} payoff={runner.payoff} runner={runner} onLeave={leave} />
    </>
  );
}

function Fetching({ what = 'Fetching your practice' }: { readonly what?: string }) {
  return (
    <Whole>
      <Loading what={what} lines={6} lineHeightRem={3} />
    </Whole>
  );
}

function Whole({ children }: { readonly children: React.ReactNode }) {
  return (
    <main id="main" className={`blue-paper ${styles.whole}`}>
      <ScreenHeading title="Practise" className="vh">
        Practise
      </ScreenHeading>
      {children}
    </main>
  );
}

const LONGEST_MINUTES = 600;

function minutesOf(word: string | null): number | null {
  const minutes = Number(word);
  return word !== null && minutes > 0 && minutes <= LONGEST_MINUTES ? minutes : null;
}
