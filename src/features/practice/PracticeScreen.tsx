import { lazy, Suspense, useDeferredValue } from 'react';
import { usePracticePage } from '../../ui/api/use-kept.ts';
import { Loading } from '../../ui/parts/Loading.tsx';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { useAddressWord, usePageId } from '../../ui/shell/use-address.ts';
import { PracticeHome } from './PracticeHome.tsx';

/** Only who has just put it on a full bench. */
const ParkedNote = lazy(async () => ({ default: (await import('./ParkedNote.tsx')).ParkedNote }));

/** The page of one practice: its six elements, its payoff, and the honest picture. */
export default function PracticeScreen() {
  const id = usePageId();
  const { value, error, retry } = usePracticePage(id);
  // Drawn in slices: much is on it, and a tap meanwhile is answered first.
  const page = useDeferredValue(value);
  const isJustParked = useAddressWord('parked') !== null;
  if (page !== undefined) {
    return (
      <>
        {isJustParked && (
          <Suspense fallback={null}>
            <ParkedNote practiceId={id} />
          </Suspense>
        )}
        <PracticeHome key={id} page={page} />
      </>
    );
  }
  return (
    <>
      <ScreenHeading title="Practice" className="vh">
        Practice
      </ScreenHeading>
      {error === null ? (
        <Loading what="Fetching your practice" lines={8} lineHeightRem={3} />
      ) : (
        <ReadFault error={error} what="This practice" retry={retry} />
      )}
    </>
  );
}
