import type { Place } from './plan.ts';

export type Placeable = {
  readonly id: string;
  /** When it was practised last, or begun; milliseconds since 1970. */
  readonly touchedAt: number;
};

/** How many practices may be in each place at once: the learner's own choice. */
export type PlaceLimits = { readonly focus: number; readonly keepAlive: number };

/**
 * Where each practice stands. `said`: what the learner said of it. Of the others those touched last are in focus, as far
 * as there is room, and the rest is kept alive: nobody's practice is parked but by themselves.
 */
export function placesOf(
  practices: readonly Placeable[],
  said: ReadonlyMap<string, Place>,
  { focus }: PlaceLimits,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const { id } of practices) {
    const place = said.get(id);
    if (place !== undefined) places.set(id, place);
  }
  let room = focus - [...places.values()].filter((place) => place === 'focus').length;
  const unsaid = practices.filter(({ id }) => !places.has(id));
  for (const { id } of unsaid.toSorted((a, b) => b.touchedAt - a.touchedAt || (a.id < b.id ? -1 : 1))) {
    places.set(id, room > 0 ? 'focus' : 'keep-alive');
    room -= 1;
  }
  return places;
}

/** Of each place, how many more there is room for; below nothing where there are more than the learner wants. */
export function roomIn(
  places: ReadonlyMap<string, Place>,
  limits: PlaceLimits,
): Readonly<Record<'focus' | 'keep-alive', number>> {
  const count = (wanted: Place) => [...places.values()].filter((place) => place === wanted).length;
  return { focus: limits.focus - count('focus'), 'keep-alive': limits.keepAlive - count('keep-alive') };
}

/** Where a practice that is begun now goes: into focus, else kept alive; parked where there is room for neither. */
export function placeForNew(places: ReadonlyMap<string, Place>, limits: PlaceLimits): Place {
  const room = roomIn(places, limits);
  if (room.focus > 0) return 'focus';
  return room['keep-alive'] > 0 ? 'keep-alive' : 'parked';
}
