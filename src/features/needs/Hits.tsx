import { type KeyboardEvent, useMemo, useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { Hit } from './Hit.tsx';
import styles from './Hits.module.css';
import { fieldsNear } from './near-fields.ts';
import { useBenchIds } from './use-bench-ids.ts';
import { cardOf } from './use-local-match.ts';
import type { Found } from './use-search.ts';

const BROWSED_AT_FIRST = 12;
const DESIGN_OWN = 'Design one of your own';
/** Anything faster is over before it could be read. */
const SILENT_MILLISECONDS = 1000;

type HitsProps = {
  readonly need: string;
  readonly found: Found;
  /** A field that was chosen because nothing matched. */
  readonly field: string | null;
  readonly onField: (field: string) => void;
  readonly onLook: (micromasteryId: string) => void;
  /** Nothing there answers it: one of the learner’s own. */
  readonly onDesign: () => void;
};

/** What would help, best first; until that is known, all there is. */
export function Hits({ need, found, field, onField, onLook, onDesign }: HitsProps) {
  const { practices } = useBenchIds();
  const [isWhole, setWhole] = useState(false);
  const isBrowsing = found.cards === undefined || field !== null;
  const browsed = useMemo(() => browse(found.library, field), [found.library, field]);
  const cards = isBrowsing ? browsed : found.cards;
  const shown = isBrowsing && !isWhole ? cards?.slice(0, BROWSED_AT_FIRST) : cards;
  const isSlow = useSettled(found.isAwaited, SILENT_MILLISECONDS) && found.isAwaited;
  const more = (cards?.length ?? 0) - (shown?.length ?? 0);
  // Of the same things, and no answer: shown below what is said of that.
  const isBeside = !isBrowsing && cards?.[0]?.isBeside === true;
  const isNothing = !isBrowsing && (cards?.length === 0 || isBeside);
  return (
    <>
      <div className="between">
        <h2 id="hits">{isBrowsing ? (field ?? 'Or look around') : 'Small things that would help'}</h2>
        <span className={`cap ${styles.count}`} role="status">
          {isSlow
            ? 'Looking for what would help'
            : cards && `${isBeside ? 0 : cards.length} of ${found.total}`}
        </span>
      </div>
      <OwnDoor {...{ need, onDesign }} isElsewhere={isNothing} />
      {found.isLocal && (
        <p className="small muted">
          Home was not reached, so this is a plain search of the {found.total} kept on this device. Misspelt
          words are not understood.
        </p>
      )}
      {isNothing && <NoMatch {...{ need, found, onField, onDesign }} />}
      {isBeside && <h3 className={styles.beside}>Near it, and not the same</h3>}
      {shown === undefined ? (
        <Loading what="Looking through the library" lines={4} lineHeightRem={7} />
      ) : (
        <ul className={styles.list} onKeyDown={moveBetweenHits}>
          {shown.map((card) => (
            <Hit key={card.id} card={card} practice={practices.get(card.id)} onLook={onLook} />
          ))}
        </ul>
      )}
      {more > 0 && <Button onClick={() => setWhole(true)}>Show {more} more</Button>}
    </>
  );
}

type OwnDoorProps = Pick<HitsProps, 'need' | 'onDesign'> & { readonly isElsewhere: boolean };

/** Whoever knows what they want need not look for it first. Where nothing was found it stands with the other ways on. */
function OwnDoor({ need, onDesign, isElsewhere }: OwnDoorProps) {
  if (isElsewhere) return null;
  return (
    <p className="small">
      {need === '' ? (
        <PageLink href="/canvas/new">{DESIGN_OWN}</PageLink>
      ) : (
        <Button kind="text" onClick={onDesign}>
          {DESIGN_OWN}
        </Button>
      )}
    </p>
  );
}

function browse(library: Found['library'], field: string | null) {
  const designs = field === null ? library : library?.filter((design) => design.fields.includes(field));
  return designs?.map((design) => cardOf(design));
}

function moveBetweenHits(event: KeyboardEvent<HTMLUListElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const hits = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-hit]')];
  const at = hits.findIndex((hit) => hit.matches(':focus'));
  const next = hits[at + step];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}

type NoMatchProps = Pick<HitsProps, 'need' | 'found' | 'onField' | 'onDesign'>;

function NoMatch({ need, found, onField, onDesign }: NoMatchProps) {
  const near = useMemo(() => fieldsNear(found.library ?? [], need), [found.library, need]);
  return (
    <div className={styles.none}>
      <h3>Nothing here answers that yet</h3>
      <p className="muted">
        Say it in other words, or look through one of these fields. Your need can be kept all the same.
      </p>
      <div className={`row ${styles.fields}`}>
        {near.map((field) => (
          <Button key={field} onClick={() => onField(field)}>
            {field}
          </Button>
        ))}
      </div>
      <p>
        <Button onClick={onDesign}>{DESIGN_OWN}</Button>
      </p>
    </div>
  );
}
