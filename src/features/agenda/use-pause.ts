import { newId } from '../../ui/offline/device.ts';
import { leaveToQueue, record } from '../../ui/offline/record.ts';
import type { Agenda, PauseBody, PauseEndBody } from './contract.ts';

const DAY_MILLISECONDS = 86_400_000;

/** Days from today on without practice, to a last day or until it is ended. */
export function beginPause(fromDay: string, untilDay: string | null, note: string): Promise<void> {
  const said = note.trim();
  const body: PauseBody = {
    fromDay,
    untilDay,
    note: said === '' ? null : said,
    setAt: new Date().toISOString(),
  };
  return record([{ path: `/api/pauses/${newId()}`, body }]);
}

/** Ends the pause so that today is a day like any other. */
export function useEndPause(pause: Agenda['pauses'][number] | null, today: string): () => void {
  return () => {
    if (pause === null) return;
    const body: PauseEndBody = { lastDay: dayBefore(today), endedAt: new Date().toISOString() };
    record([{ path: `/api/pauses/${pause.id}/end`, body }]).catch(leaveToQueue);
  };
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY_MILLISECONDS).toISOString().slice(0, 10);
}
