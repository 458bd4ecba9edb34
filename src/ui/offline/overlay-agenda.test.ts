import { expect, it } from 'vitest';
import type { Agenda } from '../../features/agenda/contract.ts';
import { newId } from './device.ts';
import { overlayAgenda } from './overlay-agenda.ts';
import type { PendingWrite } from './pending-write.ts';

const [practiceId, other] = [newId(), newId()];
const pending = (...writes: readonly { path: string; body: unknown }[]): PendingWrite[] =>
  writes.map((write, place) => ({ ...write, place, spaceId: newId(), state: 'kept', problem: null }));
const placing = (place: string, placedAt: string, id = newId()) => ({
  path: `/api/placings/${id}`,
  body: { practiceId, place, placedAt },
});
const home: Agenda = {
  placings: [{ id: newId(), practiceId, place: 'focus', placedAt: '2026-03-02T08:00:00Z' }],
  answers: [],
  pauses: [
    {
      id: other,
      fromDay: '2026-03-01',
      untilDay: null,
      note: null,
      setAt: '2026-03-01T08:00:00Z',
      lastDay: null,
    },
  ],
};

it('the newest place of a practice counts, wherever it was made', () => {
  const placesOf = (agenda: Agenda) => agenda.placings.map(({ place }) => place);
  expect(placesOf(overlayAgenda(home, pending(placing('parked', '2026-03-03T08:00:00Z'))))).toEqual([
    'parked',
  ]);
  expect(placesOf(overlayAgenda(home, pending(placing('parked', '2026-03-01T08:00:00Z'))))).toEqual([
    'focus',
  ]);
  expect(placesOf(overlayAgenda(undefined, pending(placing('parked', '2026-03-01T08:00:00Z'))))).toEqual([
    'parked',
  ]);
});

it('a pause is there at once, and over once it was ended', () => {
  const id = newId();
  const body = { fromDay: '2026-03-04', untilDay: '2026-03-09', note: null, setAt: '2026-03-04T08:00:00Z' };
  const end = { lastDay: '2026-03-05', endedAt: '2026-03-06T08:00:00Z' };
  const laid = overlayAgenda(
    home,
    pending(
      { path: `/api/pauses/${id}`, body },
      { path: `/api/pauses/${id}/end`, body: end },
      { path: `/api/pauses/${other}/end`, body: end },
    ),
  );
  expect(laid.pauses.map(({ fromDay, lastDay }) => [fromDay, lastDay])).toEqual([
    ['2026-03-04', '2026-03-05'],
    ['2026-03-01', '2026-03-05'],
  ]);
});

it('is home’s own answer where nothing waits', () => {
  expect(overlayAgenda(home, pending())).toBe(home);
});
