import type { AgendaPractice } from '../../src/engine/agenda/agenda.ts';

/** A practice in focus of a minute a take, with five takes, of which no sitting is known. */
export const agendaPractice = (id: string, more: Partial<AgendaPractice> = {}): AgendaPractice => ({
  id,
  title: id,
  place: 'focus',
  startedAt: 0,
  attemptMinutes: 1,
  hasFloor: true,
  takes: 5,
  lastPractisedAt: null,
  sittingsLately: [],
  sittingsAWeek: null,
  designSittingsAWeek: null,
  needWithin: null,
  needRaisedAt: null,
  lastLine: null,
  variables: [],
  ...more,
});
