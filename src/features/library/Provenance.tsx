import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { libraryQuery } from '../../ui/api/queries.ts';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import type { Micromastery } from './contract.ts';
import { originWords } from './origin-words.ts';
import styles from './Provenance.module.css';

type LinkKind = Micromastery['links'][number]['kind'];

/** What carries over to what, and what has to come first, is an author's guess until somebody has measured it. */
const LINKS: readonly { readonly kind: LinkKind; readonly lead: string; readonly end: string }[] = [
  { kind: 'carries-over-to', lead: 'May carry over to', end: '; not measured yet.' },
  { kind: 'needs', lead: 'May go better after', end: '; not measured yet.' },
  { kind: 'part-of', lead: 'Part of', end: '.' },
];

/** Where it leads, where it comes from, and what may be done with it. */
export function Provenance({ design }: { readonly design: Micromastery }) {
  const { data } = useQuery({ ...libraryQuery, enabled: design.links.length + design.lineage.length > 0 });
  const bySlug = new Map(data?.micromasteries.map((known) => [known.slug, known]));
  const titles = new Map(data?.micromasteries.map(({ slug, title }) => [slug, title]));
  const [field, ...further] = design.fields;
  return (
    <footer className={styles.foot}>
      {LINKS.map(({ kind, lead, end }) => {
        const linked = design.links.flatMap((link) => (link.kind === kind && bySlug.get(link.to)) || []);
        if (linked.length === 0) return null;
        return (
          <p key={kind}>
            {lead}{' '}
            {linked.map(({ id, title }, index) => (
              <Fragment key={id}>
                {index > 0 && (index === linked.length - 1 ? ' and ' : ', ')}
                <PageLink href={`/micromasteries/${id}`}>{title}</PageLink>
              </Fragment>
            ))}
            {end}
          </p>
        );
      })}
      <p className="cap">
        Field: {field}
        {further.length > 0 && `, leading on to ${further.join(', ')}`}. Version {design.version},{' '}
        {design.licence}.{originWords(design, titles).map((sentence) => ` ${sentence}`)}
        {design.sizeReason !== undefined && ` As large as it is, because ${design.sizeReason}.`}
      </p>
      <p className="small">
        {(design.version > 1 || design.lineage.length > 0) && (
          <>
            <PageLink href={`/micromasteries/${design.id}/versions`}>
              {design.version > 1 ? 'Compare its versions' : 'Compare it with what it was made from'}
            </PageLink>
            {' · '}
          </>
        )}
        <a href={`/api/micromasteries/${design.id}/file`} download={`${design.slug}.md`}>
          Save it as a file, to share
        </a>
      </p>
    </footer>
  );
}
