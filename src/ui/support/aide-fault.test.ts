import { describe, expect, it } from 'vitest';
import { AIDE_FORMS, AtHandBody, MOST_AIDE_LINES, MOST_AIDE_TITLE } from '../../features/support/contract.ts';
import { aideFault, aideText, MOST_LINES, MOST_TEXT, MOST_TITLE, shortcutOf } from './aide-fault.ts';

const body = (more: object) =>
  AtHandBody.safeParse({
    practiceId: '0198f7a0-0000-7000-8000-000000000001',
    replacesId: null,
    label: 'Before the first throw',
    address: null,
    mediaSha256: null,
    isDropped: false,
    setAt: '2026-03-01T09:00:00.000Z',
    ...more,
  }).success;

describe('words of one’s own at hand', () => {
  it('are what the contract takes, and nothing else is', () => {
    expect([MOST_TITLE, MOST_LINES]).toEqual([MOST_AIDE_TITLE, MOST_AIDE_LINES]);
    const lines = (count: number) => Array.from({ length: count }, (_, line) => `item ${line}`).join('\n');
    for (const form of AIDE_FORMS) {
      for (const text of [lines(1), lines(12), lines(13)]) {
        expect(body({ form, text }), `${form} ${text.length}`).toBe(aideFault(form, text) === null);
      }
      expect(body({ form, text: 'x'.repeat(MOST_TEXT + 1) })).toBe(false);
      expect(body({ form, text: 'x', label: 'x'.repeat(MOST_TITLE + 1) })).toBe(false);
    }
    expect(body({ form: null, text: 'without a form' })).toBe(false);
    expect(body({ form: 'card', text: null, address: 'https://example.org' })).toBe(false);
    expect(body({ form: 'card', text: 'both', address: 'https://example.org' })).toBe(false);
    // As an older device sends a link.
    expect(body({ address: 'https://example.org' })).toBe(true);
  });

  it('have one item a line of a checklist, and no empty one', () => {
    expect(aideText('checklist', ' feet apart \n\n breathe \n')).toBe('feet apart\nbreathe');
    expect(aideFault('checklist', '\n \n')).toMatch(/one item a line/);
  });

  it('are cut from a long note so that they fit, and no character in half', () => {
    const note = `${'😀'.repeat(50)}\n${'x'.repeat(2000)}`;
    const shortcut = shortcutOf(note);
    expect(shortcut.label.length).toBeLessThanOrEqual(MOST_TITLE);
    expect(shortcut.label.isWellFormed()).toBe(true);
    expect(body({ form: 'shortcut', ...shortcut })).toBe(true);
    expect(shortcutOf('Look at the far wall.\nThen throw.')).toEqual({
      label: 'Look at the far wall.',
      text: 'Look at the far wall.\nThen throw.',
    });
  });
});
