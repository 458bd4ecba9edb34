import { Button } from '../parts/Button.tsx';
import type { FurtherPages } from './evidence-pages.ts';

/** Reads a list on. `what`: such as "recordings". */
export function MoreOf({ what, further }: { readonly what: string; readonly further: FurtherPages }) {
  const { readMore, isReadingMore, hasFailed } = further;
  if (readMore === null) return null;
  return (
    <div>
      <Button onClick={readMore} busy={isReadingMore} busyText="Reading">
        Show more {what}
      </Button>
      <p role="status" className="small">
        {hasFailed && `Home was not reached, so no further ${what} can be shown yet. They are safe there.`}
      </p>
    </div>
  );
}
