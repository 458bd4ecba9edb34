import { useQueries } from '@tanstack/react-query';
import type { Need } from '../../features/needs/contract.ts';
import { micromasteryQuery } from '../api/queries.ts';
import { useBench, useNeeds } from '../api/use-kept.ts';
import { PageLink } from '../parts/PageLink.tsx';
import { RuledList } from '../parts/RuledList.tsx';
import styles from './KeptNeeds.module.css';

const NEEDS_SHOWN = 3;
const MATCHES_SHOWN = 2;

/** Why the learner is here, in their words, with what was found for it. Nothing at all while nothing is kept. */
export function KeptNeeds() {
  const all = useNeeds();
  const open = all.filter((need) => need.state === 'open');
  const needs = open
    .slice(0, NEEDS_SHOWN)
    .map((need) => ({ ...need, micromasteryIds: need.micromasteryIds.slice(0, MATCHES_SHOWN) }));
  const titles = useTitles(needs.flatMap((need) => need.micromasteryIds));
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">What you came for</h2>
      {needs.length === 0 && <p className="muted">Nothing open: all of it is answered or let go of.</p>}
      <RuledList className={styles.list}>
        {needs.map((need) => (
          <li key={need.id}>
            <p className={styles.need}>
              <q dir="auto">{need.text}</q>
            </p>
            <Circumstances need={need} />
            {need.micromasteryIds.map((id) => (
              <p key={id} className="small">
                <PageLink href={`/micromasteries/${id}`}>
                  {titles.get(id) ?? 'What you found for it'}
                </PageLink>
              </p>
            ))}
          </li>
        ))}
      </RuledList>
      <p className={`small ${styles.links}`}>
        <PageLink href="/needs">{allWords(open.length - needs.length)}</PageLink>
        <PageLink href="/find">Find something else</PageLink>
      </p>
    </section>
  );
}

function allWords(more: number): string {
  return more === 0 ? 'All your needs' : `All your needs, ${more} more open`;
}

/** Where it comes up, and how sure that is; nothing where nothing was said. */
function Circumstances({ need }: { readonly need: Pick<Need, 'horizon' | 'context'> }) {
  const said = [need.horizon === 'possible-future' ? 'Perhaps one day' : null, need.context];
  const words = said.filter((part) => part !== null && part !== '');
  return words.length === 0 ? null : <p className={`cap ${styles.need}`}>{words.join(' · ')}</p>;
}

/** What lies on the bench is known by its card; only the others are asked for, and not the whole library. */
function useTitles(ids: readonly string[]): ReadonlyMap<string, string> {
  const { value: bench } = useBench();
  const known = new Map(bench?.practices.map((card) => [card.micromasteryId, card.title]));
  const unknown = [...new Set(ids)].filter((id) => !known.has(id));
  const answers = useQueries({ queries: unknown.map((id) => micromasteryQuery(id)) });
  for (const { data } of answers) if (data !== undefined) known.set(data.id, data.title);
  return known;
}
