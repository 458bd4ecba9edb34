import { useState } from 'react';
import type { Place } from '../../engine/agenda/agenda.ts';
import { roomIn } from '../../engine/agenda/places.ts';
import { GivingWay } from '../../ui/agenda/GivingWay.tsx';
import { placingWrite, usePlaces } from '../../ui/agenda/use-places.ts';
import { leaveToQueue, record } from '../../ui/offline/record.ts';
import { Segmented } from '../../ui/parts/Segmented.tsx';

const PLACES = [
  { value: 'focus', label: 'In focus' },
  { value: 'keep-alive', label: 'Kept alive' },
  { value: 'parked', label: 'Parked' },
] as const;

const WORDS: Readonly<Record<Place, string>> = {
  focus: 'From twelve minutes on it gets the most of them.',
  'keep-alive': 'It comes round now and then, so that it does not fade.',
  parked: 'It is not planned. Everything of it is kept, and it can be taken up again at any time.',
};

/** Whether this practice is in focus, kept alive or parked. Where there is no room, one of the others gives way. */
export function PlaceChoice({ practiceId }: { readonly practiceId: string }) {
  const { practices, places, limits } = usePlaces();
  const [wanted, setWanted] = useState<Exclude<Place, 'parked'> | null>(null);
  const place = places.get(practiceId) ?? null;
  const inWay = practices.filter(({ id }) => id !== practiceId && places.get(id) === wanted);

  function put(next: Place, parkedId: string | null) {
    const now = new Date();
    setWanted(null);
    record([
      ...(parkedId === null ? [] : [placingWrite(parkedId, 'parked', now)]),
      placingWrite(practiceId, next, now),
    ]).catch(leaveToQueue);
  }

  function choose(next: Place) {
    setWanted(null);
    if (next === place) return;
    if (next === 'parked' || roomIn(places, limits)[next] > 0) put(next, null);
    else setWanted(next);
  }

  return (
    <section aria-label="Its place on the bench" className="stack">
      <Segmented legend="Its place" segments={PLACES} value={wanted ?? place} onChoose={choose} />
      {wanted === null ? (
        <p className="small muted">{place !== null && WORDS[place]}</p>
      ) : (
        <>
          <p className="small">
            {wanted === 'focus'
              ? `You want ${limits.focus} in focus at once. Which one gives way?`
              : `You want ${limits.keepAlive} kept alive at once. Which one gives way?`}
          </p>
          <GivingWay candidates={inWay} chosenId={null} onChoose={(id) => put(wanted, id)} />
        </>
      )}
    </section>
  );
}
