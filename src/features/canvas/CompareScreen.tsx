import { type DesignChange, diffDesigns } from '../../engine/design-diff/design-diff.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { formatDate } from '../../ui/format-day.ts';
import { Field } from '../../ui/parts/Field.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { RuledList } from '../../ui/parts/RuledList.tsx';
import { goTo } from '../../ui/shell/navigation.ts';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { useAddressWord, usePageId } from '../../ui/shell/use-address.ts';
import styles from './Compare.module.css';
import { chosenSides, type Side, withTitles } from './compared-sides.ts';
import { type Compared, useCompared } from './use-compared.ts';

/** What changed between two versions of a micromastery, or since it was made from another; none of it touches a take. */
export default function CompareScreen() {
  const compared = useCompared(usePageId());
  if (compared.sides !== undefined) return <Compare compared={compared} sides={compared.sides} />;
  return (
    <>
      <ScreenHeading title="Versions" className="vh">
        Versions
      </ScreenHeading>
      {compared.error === null ? (
        <Loading what="Fetching the versions" lines={6} lineHeightRem={3} />
      ) : (
        <ReadFault error={compared.error} what="This design" retry={compared.retry} />
      )}
    </>
  );
}

type CompareProps = { readonly compared: Compared; readonly sides: readonly Side[] };

function Compare({ compared, sides }: CompareProps) {
  const id = usePageId();
  const { origin, faults, titleOf } = compared;
  const chosen = chosenSides(sides, useAddressWord('from'), useAddressWord('to'));
  const [newest] = sides;
  if (chosen === null || newest === undefined) return null;
  const { from, to } = chosen;
  // Its short name is nobody’s to write: it follows from the title.
  const changes = diffDesigns(withTitles(from.design, titleOf), withTitles(to.design, titleOf)).filter(
    ({ element }) => element !== 'slug',
  );
  const choose = (name: 'from' | 'to', key: string) => {
    const keys = new URLSearchParams({ from: from.key, to: to.key, [name]: key });
    void goTo(`/micromasteries/${id}/versions?${keys}`, { instead: true });
  };
  const choice = { sides, originTitle: origin?.title ?? null };
  return (
    <>
      <p className="cap">
        <PageLink href={`/micromasteries/${id}`}>{newest.design.title}</PageLink>
        {origin?.id && (
          <>
            , made from <PageLink href={`/micromasteries/${origin.id}`}>{origin.title}</PageLink>
          </>
        )}
      </p>
      <ScreenHeading title="Versions">Versions, side by side</ScreenHeading>
      <div className={`row ${styles.choice}`}>
        <SideChoice label="From" {...choice} value={from.key} onSide={(key) => choose('from', key)} />
        <SideChoice label="To" {...choice} value={to.key} onSide={(key) => choose('to', key)} />
      </div>
      {faults.map((fault) => (
        <p key={fault} className="small muted">
          {fault}
        </p>
      ))}
      <p className="muted" role="status">
        {summaryOf(changes, from.key === to.key, sides.length)}
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
  if (count === 1) return 'There is one version to read so far, so there is nothing to compare it with.';
  if (isOne) return 'This is one version twice. Choose another to see what changed.';
  if (changes.length === 0) return 'Nothing differs between these two.';
  return `${changes.length === 1 ? 'One thing differs' : `${changes.length} things differ`}. Takes made with either stay as they are.`;
}

type SideChoiceProps = {
  readonly label: string;
  readonly sides: readonly Side[];
  readonly originTitle: string | null;
  readonly value: string;
  readonly onSide: (key: string) => void;
};

function SideChoice({ label, sides, originTitle, value, onSide }: SideChoiceProps) {
  const options = (isOrigin: boolean) =>
    sides
      .filter((side) => side.isOrigin === isOrigin)
      .map((side) => (
        <option key={side.key} value={side.key}>
          {sideWords(side)}
        </option>
      ));
  const fromOrigin = options(true);
  return (
    <Field label={label} className={styles.side}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onSide(event.currentTarget.value)}>
          {fromOrigin.length === 0 ? (
            options(false)
          ) : (
            <>
              <optgroup label="This design">{options(false)}</optgroup>
              <optgroup label={originTitle ?? 'What it was made from'}>{fromOrigin}</optgroup>
            </>
          )}
        </select>
      )}
    </Field>
  );
}

const NOTES = { 'made-from': 'which it was made from', newer: 'newer than that' } as const;

function sideWords({ version, savedAt, note }: Side): string {
  if (note !== null) return `Version ${version}, ${NOTES[note]}`;
  return `Version ${version}, ${savedAt === null ? 'on this device' : formatDate(Date.parse(savedAt))}`;
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
