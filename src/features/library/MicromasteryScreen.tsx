import { Loading } from '../../ui/parts/Loading.tsx';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { usePageId } from '../../ui/shell/use-address.ts';
import { MicromasteryRecord } from './MicromasteryRecord.tsx';
import { useMicromastery, usePracticeOf } from './use-micromastery.ts';

/** One micromastery as its author wrote it: all of it can be read before anything is begun. */
export default function MicromasteryScreen() {
  const id = usePageId();
  const { value: design, error, retry } = useMicromastery(id);
  const practice = usePracticeOf(id);
  if (design !== undefined) return <MicromasteryRecord key={id} design={design} practice={practice} />;
  return (
    <>
      <ScreenHeading title="Micromastery" className="vh">
        Micromastery
      </ScreenHeading>
      {error === null ? (
        <Loading what="Fetching the micromastery" lines={8} lineHeightRem={3} />
      ) : (
        <ReadFault error={error} what="This micromastery" retry={retry} />
      )}
    </>
  );
}
