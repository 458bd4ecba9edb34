import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { THEME_KEY } from './theme.ts';

const bootScript = readFileSync(new URL('./public/theme.js', import.meta.url), 'utf8');

function themeAfterBoot(localStorage: { getItem(key: string): string | null }): string | undefined {
  const document = { documentElement: { dataset: {} as { theme?: string } } };
  runInNewContext(bootScript, { localStorage, document });
  return document.documentElement.dataset.theme;
}

describe('the theme before the first paint', () => {
  it('is the stored choice, under the key that the choice is stored under', () => {
    const stored = new Map([[THEME_KEY, 'dark']]);
    expect(themeAfterBoot({ getItem: (key) => stored.get(key) ?? null })).toBe('dark');
  });

  it('is left to the device without a choice, or with one nobody knows', () => {
    expect(themeAfterBoot({ getItem: () => null })).toBeUndefined();
    expect(themeAfterBoot({ getItem: () => 'sepia' })).toBeUndefined();
  });

  it('is left to the device where storage is forbidden', () => {
    const forbidden = {
      getItem(): string | null {
        throw new Error('denied');
      },
    };
    expect(themeAfterBoot(forbidden)).toBeUndefined();
  });
});
