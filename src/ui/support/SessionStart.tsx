import { useEffect, useState } from 'react';
import { SLOT_NAMES, type Slot } from '../../engine/support/slots.ts';
import type { Support } from '../../features/support/contract.ts';
import { useSupport } from '../api/use-support.ts';
import { Button } from '../parts/Button.tsx';
import { Loading } from '../parts/Loading.tsx';
import { RuledList } from '../parts/RuledList.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { useSettings } from '../settings.ts';
import { AtHandLink } from './AtHandLink.tsx';
import type { DesignSupport } from './design-slots.ts';
import { planSentence } from './plan-words.ts';
import styles from './Support.module.css';
import { askedSlots, choiceOf, isTicked, slotText, type Ticks, toldTicks } from './session-choice.ts';
import type { SupportChoice } from './support-writes.ts';
import { isAide } from './use-aides.ts';

type SessionStartProps = {
  /** A take of it was made already, and it goes on; null before the first. */
  readonly sessionId?: string | null;
  readonly practiceId: string;
  readonly design: { readonly support: DesignSupport };
  /** Null: skipped, and nothing is known of what was in place. Otherwise for `supportWrites`. */
  readonly onReady: (choice: SupportChoice | null) => void;
};

/** Before the first take: what is in place today, what was planned, and what is at hand. One tap goes past it. */
export function SessionStart({ practiceId, design, sessionId = null, onReady }: SessionStartProps) {
  const { support, isKnown } = useSupport(practiceId);
  const { asksForSupport } = useSettings();
  const [ticks, setTicks] = useState<Ticks>({});
  const isUnderway = sessionId !== null;
  const told = { ...toldTicks(support.checks, sessionId), ...ticks };
  const asked = askedSlots(support.slots, design.support);
  // Words of one's own are one press away in the session itself.
  const atHand = support.atHand.filter((thing) => !isAide(thing));
  const isEmpty = asked.length + support.plans.length + atHand.length === 0;
  const isPassed = !asksForSupport || (isKnown && isEmpty);

  // Whoever only looked something up has said nothing anew.
  const isSaid = isKnown && (!isUnderway || Object.keys(ticks).length > 0);

  useEffect(() => {
    // Nothing to ask and nothing to show, or not wanted: the session begins by itself.
    if (isPassed) onReady(null);
  }, [isPassed, onReady]);
  if (isPassed) return null;

  return (
    <Sheet className={styles.start} role="region" aria-labelledby="support-start">
      <h2 id="support-start" className="h3">
        {isUnderway ? 'What you put around it' : 'Before you begin'}
      </h2>
      {isKnown ? (
        <>
          {asked.length > 0 && (
            <fieldset>
              <legend className={styles.legend}>What is in place today?</legend>
              {asked.map((slot) => (
                <SlotTick
                  key={slot}
                  slot={slot}
                  text={slotText(support.slots, design.support, slot)}
                  isInPlace={isTicked(support.slots, told, slot)}
                  onInPlace={(is) => setTicks((before) => ({ ...before, [slot]: is }))}
                />
              ))}
            </fieldset>
          )}
          <Reminders plans={support.plans} atHand={atHand} />
        </>
      ) : (
        <Loading what="Fetching what is around it" lines={4} lineHeightRem={2.75} />
      )}
      <div className="row">
        <Button
          kind="hot"
          size="big"
          onClick={() => onReady(isSaid ? choiceOf(practiceId, asked, support.slots, told) : null)}
        >
          {isUnderway ? 'Go on' : 'Start'}
        </Button>
        <Button kind="text" onClick={() => onReady(null)}>
          {isUnderway ? 'Leave it as it was' : 'Skip this'}
        </Button>
      </div>
    </Sheet>
  );
}

/** Read back, and one tap away. */
function Reminders({ plans, atHand }: Pick<Support, 'plans' | 'atHand'>) {
  return (
    <>
      {plans.length > 0 && (
        <RuledList label="Your if-then plans">
          {plans.map((plan) => (
            <li key={plan.id} className={styles.aloud} dir="auto">
              {planSentence(plan)}
            </li>
          ))}
        </RuledList>
      )}
      {atHand.length > 0 && (
        <RuledList label="At hand">
          {atHand.map((thing) => (
            <li key={thing.id}>
              <AtHandLink thing={thing} />
            </li>
          ))}
        </RuledList>
      )}
    </>
  );
}

type SlotTickProps = {
  readonly slot: Slot;
  readonly text: string | null;
  readonly isInPlace: boolean;
  readonly onInPlace: (isInPlace: boolean) => void;
};

function SlotTick({ slot, text, isInPlace, onInPlace }: SlotTickProps) {
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        className={styles.box}
        checked={isInPlace}
        onChange={(event) => onInPlace(event.currentTarget.checked)}
      />
      <span>
        {SLOT_NAMES[slot]}
        {text !== null && (
          <span className={styles.what} dir="auto">
            {text}
          </span>
        )}
      </span>
    </label>
  );
}
