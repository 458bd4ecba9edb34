import { Button } from '../parts/Button.tsx';
import { entries } from './kept-words.ts';
import { ScreenHeading } from './ScreenHeading.tsx';

/** In place of every screen, once somebody else has signed in in this browser: nothing is read or shown here any more. */
export function ForeignScreen({ inPageOnly }: { readonly inPageOnly: number }) {
  return (
    <div className="stack">
      <ScreenHeading title="Somebody else has signed in">Somebody else has signed in here</ScreenHeading>
      <p>
        This page is still yours: nothing of theirs is shown in it, and nothing of yours is sent under their
        name. What you recorded waits until you sign in again. Load the page again to see theirs.
      </p>
      {inPageOnly > 0 && (
        <p>
          {entries(inPageOnly)} in this page only, and loading it again would lose what is not at home: sign
          in as yourself in another tab first.
        </p>
      )}
      <p>
        <Button onClick={() => location.reload()}>Load it again</Button>
      </p>
    </div>
  );
}
