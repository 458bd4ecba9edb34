import { useState } from 'react';
import { VARIED_SHARES } from '../../ui/experiments/variety-words.ts';
import { localDay, newId } from '../../ui/offline/device.ts';
import { leaveToQueue, record } from '../../ui/offline/record.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import type { Wish, WishBody } from './choice-contract.ts';
import type { PracticeCard } from './contract.ts';
import styles from './WishForm.module.css';

const ORDERS = [
  { value: 'as-designed', label: 'As designed' },
  { value: 'trick-first', label: 'Trick first' },
  { value: 'try-first', label: 'Try first' },
] as const;

/** How often, when, by when and in which order: the learner’s own, whatever the design says. Nothing is kept before they say so. */
export function WishForm({ card, onDone }: { readonly card: PracticeCard; readonly onDone: () => void }) {
  const wish = card.wish;
  const [often, setOften] = useState(wish.sittingsAWeek === null ? '' : String(wish.sittingsAWeek));
  const [cue, setCue] = useState(wish.cue ?? '');
  const [order, setOrder] = useState<Wish['trickOrder']>(wish.trickOrder);
  const [by, setBy] = useState(wish.wantedBy ?? '');
  const [varied, setVaried] = useState(wish.variedShare ?? null);
  const today = localDay(new Date());
  // A day that has passed meanwhile may stay.
  const isPast = by !== '' && by < today && by !== wish.wantedBy;
  const typed = Number(often);
  const isFault = often.trim() !== '' && !(Number.isInteger(typed) && typed >= 0 && typed <= 70);

  function save() {
    if (isFault || isPast) return;
    const body: WishBody = {
      practiceId: card.id,
      sittingsAWeek: often.trim() === '' ? null : typed,
      cue: cue.trim() === '' ? null : cue.trim(),
      trickOrder: order,
      wantedBy: by === '' ? null : by,
      variedShare: varied,
      setAt: new Date().toISOString(),
    };
    record([{ path: `/api/wishes/${newId()}`, body }]).then(onDone, leaveToQueue);
  }

  return (
    <div className={styles.wish}>
      <TextField
        label="Sessions a week"
        hint={oftenHint(card.designSittingsAWeek)}
        text={often}
        onText={setOften}
        error={isFault ? 'A whole number from 0 to 70; 0 is without a fixed rhythm.' : null}
        inputMode="numeric"
        maxLength={3}
        autoComplete="off"
      />
      <TextField
        label="When"
        hint="What it follows, such as “after coffee”"
        text={cue}
        onText={setCue}
        maxLength={160}
        autoComplete="off"
      />
      <TextField
        label="By when"
        hint="The last day to have met it by, if there is one"
        type="date"
        min={today}
        text={by}
        onText={setBy}
        error={isPast ? 'This day has passed: choose a later one, or leave it empty.' : null}
      />
      <Segmented legend="What comes first?" segments={ORDERS} value={order} onChoose={setOrder} />
      <Segmented
        legend="How much of it should vary something?"
        segments={[{ value: 'none', label: 'No wish' }, ...VARIED_SHARES]}
        value={varied === null ? 'none' : String(varied)}
        onChoose={(share) => setVaried(share === 'none' ? null : Number(share))}
      />
      <Button onClick={save}>Keep it so</Button>
    </div>
  );
}

function oftenHint(designed: number | null): string {
  return designed === null ? 'Empty: three' : `Empty: as the design says, ${designed}`;
}
