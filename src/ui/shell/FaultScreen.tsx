import { useLocation } from 'wouter';
import { useSync } from '../offline/use-sync.ts';
import { Button } from '../parts/Button.tsx';
import { ErrorState } from '../parts/ErrorState.tsx';
import { PageFrame } from '../parts/PageFrame.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { ScreenHeading } from './ScreenHeading.tsx';

/** A screen that failed to load or to draw. Its own mistake, so it says what is safe and how to go on. */
export function FaultScreen({ error }: { readonly error: unknown }) {
  const { inPageOnly } = useSync();
  return (
    <PageFrame rooms={[]} currentHref={null}>
      <ScreenHeading title="Something went wrong" className="vh">
        Something went wrong
      </ScreenHeading>
      <ErrorState
        title="This screen could not be drawn"
        actions={
          <>
            <Button onClick={() => location.reload()}>Load it again</Button>
            <PageLink href="/">Go to the bench</PageLink>
          </>
        }
        detail={error instanceof Error ? error.message : String(error)}
      >
        {inPageOnly > 0
          ? 'What you recorded is in this page only, and loading it again loses what is not at home yet.'
          : 'What you recorded is safe on this device.'}{' '}
        Bottega may have been renewed since you opened it: loading it again brings the new one.
      </ErrorState>
    </PageFrame>
  );
}

/** An address that leads nowhere. */
export function NotFoundScreen() {
  const [path] = useLocation();
  return (
    <div className="stack">
      <ScreenHeading title="Nothing here">There is nothing here</ScreenHeading>
      <p className="muted">No screen has the address {path}. It may have been mistyped.</p>
      <p>
        <PageLink href="/">Go to the bench</PageLink>
      </p>
    </div>
  );
}
