import { useQuery } from '@tanstack/react-query';
import { type DesignChange, diffDesigns } from '../../engine/design-diff/design-diff.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { versionsQuery } from '../../ui/api/queries.ts';
import { formatDate } from '../../ui/format-day.ts';
import { Field } from '../../ui/parts/Field.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { RuledList } from '../../ui/parts/RuledList.tsx';
import { goTo } from '../../ui/shell/navigation.ts';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { useAddressWord, usePageId } from '../../ui/shell/use-address.ts';
import type { DesignVersions } from '../library/contract.ts';
import styles from './Compare.module.css';

/** What changed between two versions of a micromastery; none of it touches a take. */
export default function CompareScreen() {
  const id = usePageId();
  const { data, error, refetch } = useQuery(versionsQuery(id));
  if (data !== undefined) return <Compare found={data} />;
  return (
    <>
      <ScreenHeading title="Versions" className="vh">
        Versions
      </ScreenHeading>
      {error === null ? (
        <Loading what="Fetching the versions" lines={6} lineHeightRem={3} />
      ) : (
        <ReadFault error={error} what="The versions" retry={refetch} />
      )}
    </>
  );
}

function Compare({ found }: { readonly found: DesignVersions }) {
  const { id, versions } = found;
  const numberOf = (word: string | null, otherwise: number) => {
    const wanted = Number(word ?? Number.NaN);
    return versions.find(({ version }) => version === wanted) ?? versions[otherwise];
  };
  const after = numberOf(useAddressWord('to'), 0);
  const before = numberOf(useAddressWord('from'), versions.length > 1 ? 1 : 0);
  if (after === undefined || before === undefined) return null;
  const changes = diffDesigns(before.design, after.design);
  const choose = (name: 'from' | 'to', version: string) => {
    const others = { from: before.version, to: after.version, [name]: version };
    void goTo(`/micromasteries/${id}/versions?from=${others.from}&to=${others.to}`, { instead: true });
  };
  return (
    <>
      <p className="cap">
        <PageLink href={`/micromasteries/${id}`}>{after.design.title}</PageLink>
      </p>
      <ScreenHeading title="Versions">Versions, side by side</ScreenHeading>
      <div className={`row ${styles.choice}`}>
        <VersionChoice
          label="From"
          versions={versions}
          value={before.version}
          onVersion={(v) => choose('from', v)}
        />
        <VersionChoice
          label="To"
          versions={versions}
          value={after.version}
          onVersion={(v) => choose('to', v)}
        />
      </div>
      <p className="muted" role="status">
        {summaryOf(changes, before.version === after.version, versions.length)}
      </p>
      <RuledList className={styles.changes}>
        {changes.map((change) => (
          <li
            key={`${change.element} ${change.field} ${change.kind} ${change.before ?? ''} ${change.after ?? ''}`}
          >
            <Change change={change} />
          </li>
        ))}
      </RuledList>
    </>
  );
}

function summaryOf(changes: readonly DesignChange[], isOne: boolean, count: number): string {
  if (count === 1) return 'There is one version so far, so there is nothing to compare it with.';
  if (isOne) return 'This is one version twice. Choose another to see what changed.';
  if (changes.length === 0) return 'Nothing differs between these two.';
  return `${changes.length === 1 ? 'One thing differs' : `${changes.length} things differ`}. Takes made with either stay as they are.`;
}

type VersionChoiceProps = {
  readonly label: string;
  readonly versions: DesignVersions['versions'];
  readonly value: number;
  readonly onVersion: (version: string) => void;
};

function VersionChoice({ label, versions, value, onVersion }: VersionChoiceProps) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={String(value)} onChange={(event) => onVersion(event.currentTarget.value)}>
          {versions.map(({ version, savedAt }) => (
            <option key={version} value={String(version)}>
              Version {version}, {formatDate(Date.parse(savedAt))}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const KIND_WORDS = { added: 'added', removed: 'taken away', changed: 'changed', moved: 'moved' } as const;

function Change({ change }: { readonly change: DesignChange }) {
  return (
    <>
      <h2 className="h3">
        {sentenceCase(change.field)} <span className="cap">{KIND_WORDS[change.kind]}</span>
      </h2>
      {change.kind === 'changed' ? (
        <p className={styles.text}>
          {change.words.map((segment, at) =>
            segment.kind === 'same' ? (
              segment.text
            ) : segment.kind === 'gone' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: segments have no name but their place
              <del key={at}>{segment.text}</del>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: segments have no name but their place
              <ins key={at}>{segment.text}</ins>
            ),
          )}
        </p>
      ) : (
        <>
          {change.before !== null && change.kind !== 'moved' && (
            <p className={styles.text}>
              <del>{change.before}</del>
            </p>
          )}
          {change.after !== null && (
            <p className={styles.text}>
              {change.kind === 'moved' ? change.after : <ins>{change.after}</ins>}
            </p>
          )}
        </>
      )}
    </>
  );
}
