import type { Write } from './pending-write.ts';

/** Takes an attempt back: it stays on record and no longer counts. */
export function retractionOf(attemptId: string, practiceId: string, id: string, retractedAt: string): Write {
  return { path: `/api/retractions/${id}`, body: { attemptId, retractedAt }, practiceId };
}
