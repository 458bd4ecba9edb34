import { useMemo } from 'react';
import { askForNeed, CATCH_KEY } from '../../ui/needs/catch-need.ts';
import { HORIZON_SEGMENTS } from '../../ui/needs/need-words.ts';
import { useOneLetterKeys } from '../../ui/one-letter-keys.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { EmptyState } from '../../ui/parts/EmptyState.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { UndoBar } from '../../ui/parts/UndoBar.tsx';
import { goTo } from '../../ui/shell/navigation.ts';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { useAddressWord } from '../../ui/shell/use-address.ts';
import type { Need } from './contract.ts';
import { LetGo } from './LetGo.tsx';
import { NeedSection } from './NeedSection.tsx';
import styles from './NeedsScreen.module.css';
import { useKnownAnswers } from './use-known-answers.ts';
import { type KnownNeeds, useNeedList } from './use-need-list.ts';
import { type RowActions, useNeedRows } from './use-need-rows.ts';
import { conversionWords } from './what-became.ts';

/** Everything the learner came for, in their words, with what became of it. */
export default function NeedsScreen() {
  const list = useNeedList();
  const { needs, error, retry } = list;
  return (
    <div className={styles.needs}>
      <ScreenHeading title="Your needs">Your needs</ScreenHeading>
      <div className={styles.side}>
        <Button aria-keyshortcuts={CATCH_KEY} onClick={askForNeed}>
          Catch a need
        </Button>
        <CatchHint />
        <Conversion list={list} />
      </div>
      <div className={styles.list}>
        {needs === undefined && error === null && (
          <Loading what="Fetching your needs" lines={5} lineHeightRem={5} />
        )}
        {needs === undefined && error !== null && <ReadFault error={error} what="Your needs" retry={retry} />}
        {needs?.length === 0 && <NoNeeds />}
        {needs !== undefined && needs.length > 0 && <Needs list={list} needs={needs} />}
      </div>
    </div>
  );
}

/** For whoever has a keyboard; nothing is said of a key that is switched off. */
function CatchHint() {
  if (!useOneLetterKeys()) return null;
  return (
    <p className={`small muted ${styles.keys}`}>
      Wherever you are, outside a field, the key <kbd>{CATCH_KEY}</kbd> catches one, and Enter keeps it.
    </p>
  );
}

/** From an answer to a practice. Counted on this device, from what it knows in full. */
function Conversion({ list: { needs, isWhole } }: { readonly list: KnownNeeds }) {
  const known = useKnownAnswers();
  if (needs === undefined || known === null || !isWhole) return null;
  const words = conversionWords(needs, known);
  return words === null ? null : <p>{words}</p>;
}

function NoNeeds() {
  const toFind = (
    <ButtonLink kind="hot" href="/find">
      Say what you need
    </ButtonLink>
  );
  return (
    <EmptyState title="No needs yet" action={toFind}>
      What you need to be able to do will be here, in your own words: now, next, or perhaps one day.
    </EmptyState>
  );
}

type NeedsProps = { readonly list: KnownNeeds; readonly needs: readonly Need[] };

function Needs({ list, needs }: NeedsProps) {
  const rows = useNeedRows();
  const known = useKnownAnswers();
  const [horizon, choose] = useHorizonFilter();
  const shown = useMemo(
    () => (horizon === 'all' ? needs : needs.filter((need) => need.horizon === horizon)),
    [needs, horizon],
  );
  const held = shown.filter((need) => need.state !== 'let-go');
  const gone = shown.filter((need) => need.state === 'let-go');
  return (
    <>
      <Segmented
        legend="Show"
        segments={[{ value: 'all', label: 'All' }, ...HORIZON_SEGMENTS]}
        value={horizon}
        onChoose={choose}
      />
      {HORIZON_SEGMENTS.map(({ value }) => (
        <NeedSection
          key={value}
          horizon={value}
          needs={held.filter((need) => need.horizon === value)}
          known={known}
          rows={rows}
        />
      ))}
      {held.length === 0 && <p className={`muted ${styles.none}`}>{noneWords(horizon, gone.length > 0)}</p>}
      <LetGo needs={gone} known={known} rows={rows} />
      <More list={list} />
      <Said rows={rows} />
    </>
  );
}

type HorizonFilter = Need['horizon'] | 'all';

/** In the address, so that coming back from a look finds it as it was. */
function useHorizonFilter(): readonly [HorizonFilter, (horizon: HorizonFilter) => void] {
  const word = useAddressWord('horizon');
  const chosen = HORIZON_SEGMENTS.find(({ value }) => value === word)?.value ?? 'all';
  const choose = (horizon: HorizonFilter) =>
    void goTo(horizon === 'all' ? '/needs' : `/needs?horizon=${horizon}`, { instead: true });
  return [chosen, choose];
}

function noneWords(horizon: HorizonFilter, hasGone: boolean): string {
  if (horizon !== 'all') return 'Nothing of this kind yet.';
  return hasGone ? 'Nothing open. What you let go of is kept below.' : 'Nothing open.';
}

function More({ list: { readMore, isReadingMore, fault } }: Pick<NeedsProps, 'list'>) {
  if (readMore === null) return null;
  return (
    <div className={styles.more}>
      <Button onClick={readMore} busy={isReadingMore} busyText="Reading">
        Read further ones
      </Button>
      <p role="status" className="small">
        {fault !== null && 'Home was not reached, so no further ones can be shown yet. They are safe there.'}
      </p>
    </div>
  );
}

function Said({ rows: { notice, fault, undo, noticeDone } }: { readonly rows: RowActions }) {
  return (
    <>
      {fault !== null && <p role="alert">{fault}</p>}
      <UndoBar notice={notice} onUndo={undo} onDone={noticeDone} />
    </>
  );
}
