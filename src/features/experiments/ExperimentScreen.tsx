import { useExperimentPage } from '../../ui/experiments/use-experiment-page.ts';
import { Loading } from '../../ui/parts/Loading.tsx';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { usePageId } from '../../ui/shell/use-address.ts';
import { ExperimentResult } from './ExperimentResult.tsx';

/** What an experiment says so far, and what to do with it. */
export default function ExperimentScreen() {
  const id = usePageId();
  const { value: page, error, retry } = useExperimentPage(id);
  if (page !== undefined) return <ExperimentResult key={id} page={page} />;
  return (
    <>
      <ScreenHeading title="Experiment" className="vh">
        Experiment
      </ScreenHeading>
      {error === null ? (
        <Loading what="Fetching the experiment" lines={8} lineHeightRem={3} />
      ) : (
        <ReadFault error={error} what="This experiment" retry={retry} />
      )}
    </>
  );
}
