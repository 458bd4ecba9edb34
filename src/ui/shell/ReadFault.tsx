import { ApiRefusal } from '../api/api-client.ts';
import { useSync } from '../offline/use-sync.ts';
import { Button } from '../parts/Button.tsx';
import { ErrorState } from '../parts/ErrorState.tsx';
import { PageLink } from '../parts/PageLink.tsx';

type ReadFaultProps = {
  readonly error: Error;
  /** What could not be shown, at the head of a sentence: "Your bench". */
  readonly what: string;
  readonly retry: () => unknown;
};

/** Something could not be read: why, what is safe, what to press. A missing sign-in is asked for elsewhere. */
export function ReadFault({ error, what, retry }: ReadFaultProps) {
  const { inPageOnly } = useSync();
  const again = <Button onClick={() => retry()}>Try now</Button>;
  if (!(error instanceof ApiRefusal)) {
    return (
      <ErrorState title="Could not reach home" actions={again}>
        {what} is not kept on this device yet.{' '}
        {inPageOnly > 0
          ? 'What you recorded here is in this page only: leave it open, and it is sent when home answers.'
          : 'Whatever you recorded here is safe, and is sent when home answers.'}
      </ErrorState>
    );
  }
  const { status, title } = error.problem;
  if (status === 401) return null;
  if (status >= 500) {
    return (
      <ErrorState title={title} actions={again}>
        {what} cannot be shown. Nothing was changed.
      </ErrorState>
    );
  }
  return (
    <ErrorState
      title={status === 422 ? 'This address leads nowhere' : title}
      actions={<PageLink href="/">Go to the bench</PageLink>}
    >
      {what} cannot be shown: the address may have been mistyped, or belong to somebody else.
    </ErrorState>
  );
}
