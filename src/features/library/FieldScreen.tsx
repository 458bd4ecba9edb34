import { useBench } from '../../ui/api/use-kept.ts';
import { useLibrary } from '../../ui/api/use-library.ts';
import { firstSentence } from '../../ui/micromastery/first-sentence.ts';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { EmptyState } from '../../ui/parts/EmptyState.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { RuledList } from '../../ui/parts/RuledList.tsx';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { usePageId } from '../../ui/shell/use-address.ts';
import type { PracticeCard } from '../practice/contract.ts';
import type { Micromastery } from './contract.ts';
import styles from './FieldScreen.module.css';

/** A greater field: the small units that it is made of, and which of them are practised. */
export default function FieldScreen() {
  const field = usePageId();
  const { value: library, error, retry } = useLibrary();
  const { value: bench } = useBench();
  const units = library?.micromasteries.filter(({ fields }) => fields.includes(field));
  const practised = new Map(bench?.practices.map((card) => [card.micromasteryId, card]));
  const count = units?.filter(({ id }) => practised.has(id)).length ?? 0;
  return (
    <>
      <p className="cap">Field</p>
      <ScreenHeading title={field}>{field}</ScreenHeading>
      {units === undefined && error === null && <Loading what="Looking through the library" lines={6} />}
      {units === undefined && error !== null && <ReadFault error={error} what="The library" retry={retry} />}
      {units?.length === 0 && (
        <EmptyState
          title="Nothing in this field yet"
          action={<ButtonLink href="/canvas/new">Design one of your own</ButtonLink>}
        >
          A field is what small units add up to. The first of this one can be yours.
        </EmptyState>
      )}
      {units !== undefined && units.length > 0 && (
        <>
          <p className={`muted ${styles.count}`}>
            {units.length === 1 ? 'One micromastery' : `${units.length} micromasteries`}; you practise{' '}
            {count === 0 ? 'none of them' : count} so far.
          </p>
          <RuledList className={styles.units}>
            {units.map((unit) => (
              <Unit key={unit.id} unit={unit} practice={practised.get(unit.id)} />
            ))}
          </RuledList>
        </>
      )}
    </>
  );
}

type UnitProps = { readonly unit: Micromastery; readonly practice: PracticeCard | undefined };

function Unit({ unit, practice }: UnitProps) {
  return (
    <li>
      <h2 className="skillname">
        <PageLink href={practice === undefined ? `/micromasteries/${unit.id}` : `/practices/${practice.id}`}>
          {unit.title}
        </PageLink>
      </h2>
      <p className="small">{firstSentence(unit.summary)}</p>
      {practice !== undefined && <p className="cap">On your bench.</p>}
    </li>
  );
}
