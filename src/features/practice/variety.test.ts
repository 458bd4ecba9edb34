import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { accepted, attemptBody, sessionBody, startPractice } from '../../../tests/support/practice-facts.ts';
import { PracticePage } from './contract.ts';

const { person } = await freshApp({ library: true });

it('a sitting varied something where a take was made otherwise than the one before it', async () => {
  const nadia = await person();
  const { practiceId, payoffId } = await startPractice(nadia);
  const sit = async (day: number, work: 'whole' | 'play', ...hands: (string | null)[]) => {
    const sessionId = v7();
    const at = (minute: number) => `2026-02-0${day}T10:0${minute}:00.000Z`;
    await accepted(
      nadia.put(`/api/sessions/${sessionId}`, sessionBody(practiceId, { work, startedAt: at(0) })),
    );
    const ids = { practiceId, sessionId, payoffId };
    const attemptIds: string[] = [];
    for (const [place, hand] of hands.entries()) {
      const attemptId = v7();
      attemptIds.push(attemptId);
      const conditions = hand === null ? {} : { hand };
      const value = work === 'play' ? null : 3;
      const more = { sequence: place + 1, startedAt: at(place + 1), conditions, value };
      await accepted(nadia.put(`/api/attempts/${attemptId}`, attemptBody(ids, more)));
    }
    return attemptIds;
  };
  const variety = async () => (await nadia.read(PracticePage, `/api/practices/${practiceId}`)).variety;
  expect(await variety()).toEqual({ sittings: 0, varied: 0 });
  await sit(2, 'whole', null, null);
  // Otherwise than before, and then kept so.
  await sit(3, 'whole', 'left', 'left');
  await sit(4, 'whole', 'left', 'left');
  expect(await variety()).toEqual({ sittings: 3, varied: 1 });
  const [, right] = await sit(5, 'whole', 'left', 'right');
  expect(await variety()).toEqual({ sittings: 4, varied: 2 });
  // What was taken back was not done.
  const retraction = { attemptId: right, retractedAt: '2026-02-06T10:00:00.000Z' };
  await accepted(nadia.put(`/api/retractions/${v7()}`, retraction));
  expect(await variety()).toEqual({ sittings: 4, varied: 1 });
  // Play is nothing but that.
  await sit(6, 'play', null);
  expect(await variety()).toEqual({ sittings: 5, varied: 2 });
});
