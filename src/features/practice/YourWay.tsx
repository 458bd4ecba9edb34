import { lazy, Suspense, useRef, useState } from 'react';
import type { Place } from '../../engine/agenda/agenda.ts';
import { NO_WISH } from '../../engine/agenda/wish.ts';
import { usePlaces } from '../../ui/agenda/use-places.ts';
import { formatDate } from '../../ui/format-day.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Fold } from '../../ui/parts/Fold.tsx';
import type { PracticeCard } from './contract.ts';

/** Only who changes it needs the form. */
const PlaceChoice = lazy(async () => ({ default: (await import('./PlaceChoice.tsx')).PlaceChoice }));
const WishForm = lazy(async () => ({ default: (await import('./WishForm.tsx')).WishForm }));

const PLACED: Readonly<Record<Place, string>> = {
  focus: 'in focus',
  'keep-alive': 'kept alive',
  parked: 'parked',
};

/** Where it stands on the bench, how often and when: all of it is the learner’s to say. */
export function YourWay({ card: given }: { readonly card: PracticeCard }) {
  // A device may have kept the answer of a home from before wishes.
  const card = given.wish === undefined ? { ...given, wish: NO_WISH, designSittingsAWeek: null } : given;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const place = usePlaces().places.get(card.id);
  const [isSeen, setSeen] = useState(false);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <Fold
      id="your-way"
      title="Your way with it"
      gist={place === undefined ? null : PLACED[place]}
      isOpenAtFirst={false}
      onOpen={() => setSeen(true)}
    >
      {isSeen && (
        <Suspense fallback={null}>
          <PlaceChoice practiceId={card.id} />
        </Suspense>
      )}
      <p className="small muted">{wishWords(card)}</p>
      <Button kind="text" ref={opener} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        How often, when and how
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <WishForm card={card} onDone={close} />
        </Suspense>
      )}
    </Fold>
  );
}

function wishWords({ wish, designSittingsAWeek }: PracticeCard): string {
  const often = wish.sittingsAWeek ?? designSittingsAWeek;
  const said = wish.sittingsAWeek === null ? 'as its design says' : 'as you want it';
  const rhythm =
    often === null
      ? 'No rhythm is set'
      : often === 0
        ? 'Without a fixed rhythm, as you want it'
        : `${often} ${often === 1 ? 'session' : 'sessions'} a week, ${said}`;
  const cue = wish.cue === null ? '' : `; ${wish.cue}`;
  // A device may have kept the answer of a home from before days.
  const by =
    wish.wantedBy == null ? '' : `; to be met by ${formatDate(Date.parse(`${wish.wantedBy}T12:00:00`))}`;
  return `${rhythm}${cue}${by}.`;
}
