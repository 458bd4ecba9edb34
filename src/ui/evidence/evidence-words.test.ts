import { describe, expect, it } from 'vitest';
import { evidenceWords, sizeWords, whereWords } from './evidence-words.ts';
import type { KeptMedia } from './kept-media.ts';
import type { UploadsView } from './uploads.ts';

it('evidence is told by what it is', () => {
  expect(evidenceWords({ kind: 'audio', durationSeconds: 64, name: null })).toBe('Audio 1:04');
  expect(evidenceWords({ kind: 'photo', durationSeconds: null, name: null })).toBe('Photo');
  expect(evidenceWords({ kind: 'file', durationSeconds: null, name: 'score.pdf' })).toBe('File, score.pdf');
});

describe('where its bytes are', () => {
  const sha256 = 'a'.repeat(64);
  const own: KeptMedia = {
    spaceId: 's',
    sha256,
    draftId: 'd',
    contentType: 'audio/webm',
    bytes: 1_000,
    keptAt: 0,
    state: 'waiting',
    problem: null,
    uploadAddress: null,
    fact: null,
    isAtHand: false,
    isTold: true,
  };
  const view = (more: Partial<UploadsView>): UploadsView => ({
    media: [own],
    left: [],
    underway: null,
    phase: 'resting',
    ...more,
  });
  const told = { sha256, isHere: false };

  it.each([
    ['at home', { ...told, isHere: true }, view({ media: [] }), null],
    ['at home, which the list has not heard of', told, view({ media: [{ ...own, state: 'home' }] }), null],
    ['elsewhere', told, view({ media: [] }), 'On another device'],
    ['here', told, view({}), 'On this device, not home yet'],
    ['here, without a network', told, view({ phase: 'offline' }), 'Offline, kept on this device'],
    ['on their way', told, view({ underway: { sha256, sentBytes: 401 } }), 'On its way home, 40%'],
    ['almost there', told, view({ underway: { sha256, sentBytes: 1_000 } }), 'On its way home, 99%'],
    ['refused', told, view({ media: [{ ...own, state: 'refused' }] }), 'Home does not take it'],
  ] as const)('is said: %s', (_where, evidence, uploads, words) => {
    expect(whereWords(evidence, uploads)).toBe(words);
  });
});

it.each([
  [1, '1 kB'],
  [60_000, '59 kB'],
  [1_500_000, '1.4 MB'],
  [52_428_800, '50 MB'],
])('%s bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
