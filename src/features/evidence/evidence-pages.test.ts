import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshApp, NOW, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { mediaBytes } from '../../../tests/support/media-bytes.ts';
import { evidenceBody } from '../../../tests/support/media-upload.ts';
import { accepted, startPractice } from '../../../tests/support/practice-facts.ts';
import { Problem } from '../../platform/contract.ts';
import { EvidenceList, type ShowingBody } from './contract.ts';

const { person } = await freshApp({ library: true });

let nadia: TestPerson;
let practiceId: string;
/** One more of each than a page holds, the newest first. */
let evidenceIds: string[];
let showingIds: string[];

const MANY = 201;
const media = mediaBytes('audio/webm', 100);
/** Made at one moment, or on one day: then the ids decide. */
const showing = (): ShowingBody => ({
  practiceId,
  sessionId: null,
  heldDay: '2026-02-01',
  audience: 4,
  occasion: null,
  quote: null,
  quotedFrom: null,
  toldAt: NOW.toISOString(),
});
const pageOf = (query = '') => nadia.read(EvidenceList, `/api/practices/${practiceId}/evidence${query}`);
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

beforeAll(async () => {
  nadia = await person();
  ({ practiceId } = await startPractice(nadia));
  evidenceIds = Array.from({ length: MANY }, () => v7()).toReversed();
  showingIds = Array.from({ length: MANY }, () => v7()).toReversed();
  for (const id of evidenceIds)
    await accepted(nadia.put(`/api/evidence/${id}`, evidenceBody(practiceId, 'audio', media)));
  for (const id of showingIds) await accepted(nadia.put(`/api/showings/${id}`, showing()));
});

describe('the recordings and showings of a practice', () => {
  it('are all to be had, page by page, each once and newest first', async () => {
    const first = await pageOf();
    expect(idsOf(first.evidence)).toEqual(evidenceIds.slice(0, 200));
    expect(idsOf(first.showings)).toEqual(showingIds.slice(0, 200));
    expect([first.next, first.nextShowing]).toEqual([evidenceIds[199], showingIds[199]]);

    const further = await pageOf(`?before=${first.next}`);
    expect([idsOf(further.evidence), further.next]).toEqual([evidenceIds.slice(200), null]);
    expect([further.showings, further.nextShowing]).toEqual([[], null]);

    const showings = await pageOf(`?showingsBefore=${first.nextShowing}`);
    expect([idsOf(showings.showings), showings.nextShowing]).toEqual([showingIds.slice(200), null]);
    expect([showings.evidence, showings.next]).toEqual([[], null]);

    const both = await pageOf(`?before=${first.next}&showingsBefore=${first.nextShowing}`);
    expect([idsOf(both.evidence), idsOf(both.showings)]).toEqual([
      evidenceIds.slice(200),
      showingIds.slice(200),
    ]);
  });

  it.each([
    ['before', 'no recording', v7()],
    ['showingsBefore', 'no showing', v7()],
  ])('say so where %s names %s', async (name, _, id) => {
    const answer = await nadia.request(`/api/practices/${practiceId}/evidence?${name}=${id}`);
    expect([answer.status, Problem.parse(await answer.json()).errors?.[0]?.pointer]).toEqual([
      422,
      `?${name}`,
    ]);
  });

  it('go on behind no place in those of another practice, nor of another person', async () => {
    const other = await startPractice(nadia);
    const ruth = await person();
    for (const [who, id] of [
      [nadia, other.practiceId],
      [ruth, practiceId],
    ] as const) {
      const answer = await who.request(`/api/practices/${id}/evidence?before=${evidenceIds[199]}`);
      expect(answer.status).toBe(422);
    }
  });

  it('go on from a place whose recording, or showing, was removed meanwhile', async () => {
    const { next, nextShowing } = await pageOf();
    const removal = { removedAt: NOW.toISOString() };
    await accepted(nadia.put(`/api/evidence/${next}/removal`, removal));
    await accepted(nadia.put(`/api/showings/${nextShowing}/removal`, removal));
    const both = await pageOf(`?before=${next}&showingsBefore=${nextShowing}`);
    expect([idsOf(both.evidence), idsOf(both.showings)]).toEqual([
      evidenceIds.slice(200),
      showingIds.slice(200),
    ]);
    // And on the first page there is room for it now.
    const first = await pageOf();
    expect([first.evidence.length, first.next, first.nextShowing]).toEqual([200, null, null]);
  });
});
