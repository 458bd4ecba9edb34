import { useQuery } from '@tanstack/react-query';
import { libraryQuery } from '../../ui/api/queries.ts';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import type { Micromastery } from './contract.ts';
import styles from './Provenance.module.css';

const LINK_WORDS = {
  'carries-over-to': 'Carries over to',
  'part-of': 'Part of',
  needs: 'Needs',
} as const;

/** Where it leads, where it comes from, and what may be done with it. */
export function Provenance({ design }: { readonly design: Micromastery }) {
  const { data } = useQuery({ ...libraryQuery, enabled: design.links.length > 0 });
  const bySlug = new Map(data?.micromasteries.map((known) => [known.slug, known]));
  const [field, ...further] = design.fields;
  return (
    <footer className={styles.foot}>
      {design.links.map(({ to, kind }) => {
        const linked = bySlug.get(to);
        if (linked === undefined) return null;
        return (
          <p key={to}>
            {LINK_WORDS[kind]} <PageLink href={`/micromasteries/${linked.id}`}>{linked.title}</PageLink>.
          </p>
        );
      })}
      <p className="cap">
        Field: {field}
        {further.length > 0 && `, leading on to ${further.join(', ')}`}. Version {design.version},{' '}
        {design.licence}.{design.lineage.length > 0 && ` Made from ${design.lineage.join(', ')}.`}
      </p>
    </footer>
  );
}
