import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { Need } from '../../features/needs/contract.ts';
import { micromasteryQuery } from '../api/queries.ts';
import { useBench, useNeeds } from '../api/use-kept.ts';
import { Button } from '../parts/Button.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { RuledList } from '../parts/RuledList.tsx';
import styles from './KeptNeeds.module.css';

const NEEDS_SHOWN = 3;
const MATCHES_SHOWN = 2;

/** Why the learner is here, in their words, with what was found for it. Nothing at all while nothing is kept. */
export function KeptNeeds() {
  const all = useNeeds();
  const [isWhole, setWhole] = useState(false);
  const needs = all
    .slice(0, isWhole ? undefined : NEEDS_SHOWN)
    .map((need) => ({ ...need, micromasteryIds: need.micromasteryIds.slice(0, MATCHES_SHOWN) }));
  const titles = useTitles(needs.flatMap((need) => need.micromasteryIds));
  if (needs.length === 0) return null;
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">What you came for</h2>
      <RuledList className={styles.list}>
        {needs.map((need) => (
          <li key={need.id}>
            <p>
              <q className={styles.need}>{need.text}</q>
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
      {needs.length < all.length && (
        <p>
          <Button kind="text" onClick={() => setWhole(true)}>
            {all.length - needs.length} more that you came for
          </Button>
        </p>
      )}
      <p className="small">
        <PageLink href="/find">Find something else</PageLink>
      </p>
    </section>
  );
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
