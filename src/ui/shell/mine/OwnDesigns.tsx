import { useState } from 'react';
import { useLibrary } from '../../api/use-library.ts';
import { Button } from '../../parts/Button.tsx';
import { PageLink } from '../../parts/PageLink.tsx';

const SHOWN_AT_FIRST = 5;

/** What one has designed, and the way to another. */
export function OwnDesigns() {
  const { value: library } = useLibrary();
  const [isWhole, setWhole] = useState(false);
  const own = library?.micromasteries.filter(({ isOwn }) => isOwn) ?? [];
  const shown = isWhole ? own : own.slice(0, SHOWN_AT_FIRST);
  const more = own.length - shown.length;
  return (
    <section aria-labelledby="designs">
      <h2 id="designs">Your designs</h2>
      {shown.length > 0 && (
        <ul>
          {shown.map(({ id, title }) => (
            <li key={id}>
              <PageLink href={`/micromasteries/${id}`}>{title}</PageLink>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <Button kind="text" onClick={() => setWhole(true)}>
          {more} more
        </Button>
      )}
      <p>
        <PageLink href="/canvas/new">Design one of your own</PageLink>
      </p>
    </section>
  );
}
