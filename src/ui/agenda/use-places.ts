import { useMemo } from 'react';
import type { Place } from '../../engine/agenda/agenda.ts';
import { type PlaceLimits, placesOf } from '../../engine/agenda/places.ts';
import type { Agenda, PlacingBody } from '../../features/agenda/contract.ts';
import type { PracticeCard } from '../../features/practice/contract.ts';
import { useAgenda } from '../api/use-agenda.ts';
import { useBench } from '../api/use-kept.ts';
import { newId } from '../offline/device.ts';
import type { Write } from '../offline/pending-write.ts';
import { useSettings } from '../settings.ts';

/** Where each practice of the bench stands. */
export function placesOfBench(
  practices: readonly PracticeCard[],
  { placings }: Pick<Agenda, 'placings'>,
  limits: PlaceLimits,
): ReadonlyMap<string, Place> {
  const said = new Map(placings.map(({ practiceId, place }) => [practiceId, place]));
  const placeable = practices.map((card) => ({
    id: card.id,
    touchedAt: Date.parse(card.lastAttemptAt ?? card.startedAt),
  }));
  return placesOf(placeable, said, limits);
}

const NO_PRACTICES: readonly PracticeCard[] = [];

export function usePlaces() {
  const { value: bench } = useBench();
  const { agenda } = useAgenda();
  const { focusLimit: focus, keepAliveLimit: keepAlive } = useSettings();
  const practices = bench?.practices ?? NO_PRACTICES;
  const limits = useMemo(() => ({ focus, keepAlive }), [focus, keepAlive]);
  const places = useMemo(() => placesOfBench(practices, agenda, limits), [practices, agenda, limits]);
  return { practices, places, limits };
}

export function placingWrite(practiceId: string, place: Place, now: Date): Write {
  const body: PlacingBody = { practiceId, place, placedAt: now.toISOString() };
  return { path: `/api/placings/${newId()}`, body };
}
