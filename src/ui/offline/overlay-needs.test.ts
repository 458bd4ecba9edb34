import { describe, expect, it } from 'vitest';
import type { Need, NeedRevisionBody } from '../../features/needs/contract.ts';
import { newId } from './device.ts';
import { overlayNeeds } from './overlay-needs.ts';
import type { PendingWrite, Write } from './pending-write.ts';

const pending = (...writes: readonly Write[]): PendingWrite[] =>
  writes.map((write, place) => ({ ...write, place, spaceId: 'mine', state: 'kept', problem: null }));

const BODY = {
  kind: 'gap',
  text: 'my hands are slow',
  horizon: 'now',
  wantedWithin: 'this-week',
  context: 'at the piano',
  raisedAt: '2026-03-01T08:00:00.000Z',
} as const;
const home = (more: Partial<Need> = {}): Need => ({
  ...BODY,
  id: newId(),
  state: 'open',
  revisedAt: null,
  micromasteryIds: [],
  ...more,
});
const list = (...needs: Need[]) => ({ needs, next: null });
const need = (id: string, more: object = {}): Write => ({
  path: `/api/needs/${id}`,
  body: { ...BODY, ...more },
});
const match = (id: string, micromasteryId: string): Write => ({
  path: `/api/needs/${id}/matches/${micromasteryId}`,
  body: { matchedAt: BODY.raisedAt },
});
const revision = (needId: string, more: Partial<NeedRevisionBody> = {}): Write => ({
  path: `/api/need-revisions/${newId()}`,
  body: {
    needId,
    state: 'open',
    text: 'my left hand is slow',
    horizon: 'next-rung',
    wantedWithin: 'this-year',
    context: null,
    revisedAt: '2026-03-02T08:00:00.000Z',
    ...more,
  },
});

describe('a need that home has not heard of', () => {
  it('is there at once, with what was found for it, once each', () => {
    const [id, found] = [newId(), newId()];
    const laid = overlayNeeds(undefined, pending(need(id), match(id, found), match(id, found)));
    expect(laid).toEqual(list(home({ id, micromasteryIds: [found] })));
  });

  it('is not there twice once home has heard of it', () => {
    const known = home();
    expect(overlayNeeds(list(known), pending(need(known.id))).needs).toEqual([known]);
  });

  it('can be said anew and let go of before it is sent', () => {
    const id = newId();
    const laid = overlayNeeds(undefined, pending(need(id), revision(id, { state: 'let-go' })));
    expect(laid.needs).toMatchObject([{ text: 'my left hand is slow', state: 'let-go', context: null }]);
  });
});

describe('a need that was said anew', () => {
  it('has the words of the newest, and the moment at which it was caught', () => {
    const known = home();
    const laid = overlayNeeds(
      list(known),
      pending(
        revision(known.id, { text: 'second', revisedAt: '2026-03-03T08:00:00.000Z' }),
        revision(known.id, { text: 'first' }),
      ),
    );
    expect(laid.needs).toEqual([
      {
        ...known,
        text: 'second',
        horizon: 'next-rung',
        wantedWithin: 'this-year',
        context: null,
        revisedAt: '2026-03-03T08:00:00.000Z',
      },
    ]);
  });

  it('stays as another device said it since', () => {
    const known = home({ text: 'said on the laptop', revisedAt: '2026-03-02T09:00:00+00:00' });
    expect(overlayNeeds(list(known), pending(revision(known.id))).needs).toEqual([known]);
  });

  it('changes no other one', () => {
    const [one, other] = [home(), home()];
    const laid = overlayNeeds(list(one, other), pending(revision(one.id)));
    expect(laid.needs.find(({ id }) => id === other.id)).toEqual(other);
  });
});

describe('the order of the needs', () => {
  it('is home’s: open ones first, let go of last, and of each the newest first', () => {
    const [old, gone, answered] = [
      home({ raisedAt: '2026-02-01T08:00:00.000Z' }),
      home({ raisedAt: '2026-02-20T08:00:00.000Z', state: 'let-go', revisedAt: '2026-02-21T08:00:00.000Z' }),
      home({ raisedAt: '2026-02-10T08:00:00.000Z' }),
    ];
    const made = newId();
    const laid = overlayNeeds(
      list(answered, old, gone),
      pending(
        revision(answered.id, { state: 'answered' }),
        revision(gone.id, { state: 'open' }),
        revision(old.id, { state: 'let-go' }),
        need(made),
      ),
    );
    expect(laid.needs.map(({ id }) => id)).toEqual([made, gone.id, answered.id, old.id]);
  });
});

it('an answer from before needs could be said anew is read as open needs', () => {
  const { state: _, revisedAt: __, ...before } = home();
  const kept = JSON.parse(JSON.stringify({ needs: [before] }));
  expect(overlayNeeds(kept, [])).toEqual(list(home({ id: before.id })));
});
