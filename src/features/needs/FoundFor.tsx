import { needName } from '../../ui/needs/need-words.ts';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import type { Need } from './contract.ts';
import styles from './NeedRow.module.css';
import { takeToFind } from './use-find-draft.ts';
import { type Became, becameWords, type Known, whatBecame } from './what-became.ts';

type FoundForProps = { readonly need: Need; readonly known: Known | null };

/** What was found for a need, each with what became of it; and a way to more, as long as it is open. */
export function FoundFor({ need, known }: FoundForProps) {
  const { micromasteryIds, state } = need;
  return (
    <>
      {micromasteryIds.length > 0 && (
        <ul className={styles.found} aria-label="Found for it">
          {micromasteryIds.map((id) => (
            <Found key={id} micromasteryId={id} known={known} />
          ))}
        </ul>
      )}
      {state === 'open' && <FindMore need={need} isFirst={micromasteryIds.length === 0} />}
    </>
  );
}

function FindMore({ need, isFirst }: { readonly need: Need; readonly isFirst: boolean }) {
  const words = isFirst ? 'Find what would help' : 'Find something else for it';
  const asked = new URLSearchParams({ need: need.text, needId: need.id });
  return (
    <p className="small muted">
      {isFirst && 'Nothing found for it yet. '}
      <PageLink href="/find" aria-label={`${words}: ${needName(need.text)}`} onClick={() => takeToFind(need)}>
        {words}
      </PageLink>
      {isFirst && (
        <>
          , or{' '}
          <PageLink
            href={`/canvas/new?${asked}`}
            aria-label={`design one of your own: ${needName(need.text)}`}
          >
            design one of your own
          </PageLink>
          .
        </>
      )}
    </p>
  );
}

function Found({ micromasteryId, known }: { readonly micromasteryId: string; readonly known: Known | null }) {
  const became = known === null ? null : whatBecame(micromasteryId, known);
  const itself = known?.designs.find(({ id }) => id === micromasteryId)?.title ?? 'What you found for it';
  const title = became === null || became.kind === 'nothing' ? itself : became.title;
  return (
    <li className="small">
      <PageLink href={hrefOf(micromasteryId, became)}>{title}</PageLink>
      {became !== null && <span className="muted"> {becameWords(became)}</span>}
    </li>
  );
}

function hrefOf(micromasteryId: string, became: Became | null): string {
  if (became?.kind === 'practised') return `/practices/${became.practiceId}`;
  return `/micromasteries/${became?.kind === 'designed' ? became.micromasteryId : micromasteryId}`;
}
