import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

/** One sitting as it is meant: the truth that every screen is held against. */
export type Sitting = {
  readonly daysAgo: number;
  readonly of: 'whistle' | 'words';
  readonly minutes: number;
  readonly values: readonly number[];
  /** The two-minute version: a session like any other, and drawn apart. */
  readonly isFloor?: true;
};

/** What happens in a sitting beside its takes. */
export type Asides = {
  /** Before the first take. */
  readonly before?: () => Promise<void>;
  /** After the last take. */
  readonly after?: () => Promise<void>;
  /** In the look back. */
  readonly lookBack?: () => Promise<void>;
};

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

const DAY_MILLISECONDS = 86_400_000;

/** Midday of Greenwich, so many days before the present one: the same calendar day at home and in the browser. */
export function middayBefore(daysAgo: number): number {
  return (Math.floor(Date.now() / DAY_MILLISECONDS) - daysAgo) * DAY_MILLISECONDS + DAY_MILLISECONDS / 2;
}

/**
 * As after days in which the device lay locked: its clock has gone on, nothing ran, and now it is looked at again. Not by
 * `fastForward`, whose timers stand still on every page that is opened once it has gone on by 2^31 milliseconds in all.
 */
export async function wakeAt(page: Page, at: number): Promise<void> {
  await page.clock.setSystemTime(at);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

/** From wherever one is, by the bench and the page of the practice, into its runner. */
export async function goPractise(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Bottega' }).click();
  await page
    .getByRole('region', { name: 'On the bench' })
    .getByRole('link', { name: title, exact: true })
    .click();
  await page.getByRole('link', { name: /^Practise, \d+ min$/ }).click();
}

/** All takes of a sitting, from an opened runner back to the page of its practice. */
export async function practise(page: Page, sitting: Sitting, asides: Asides = {}): Promise<void> {
  const { values, minutes } = sitting;
  // A take list of the page before says "Take 1" too, and a clock that is moved there is moved before the session begins.
  await expect(page.getByRole('button', { name: 'Stop practising' })).toBeVisible();
  await asides.before?.();
  for (const [index, value] of values.entries()) {
    await page.clock.fastForward(Math.floor((minutes * 60_000) / values.length));
    await logTake(page, sitting, value);
    await expect(page.getByText(`Take ${index + 2}`, { exact: true })).toBeVisible();
  }
  await asides.after?.();
  await finish(page, sitting);
  await asides.lookBack?.();
  await page.getByRole('button', { name: /^Done( for now)?$/ }).click();
  await expect(page.getByRole('heading', { name: 'Takes', exact: true })).toBeVisible();
}

/** A count is typed and logged by the keyboard; a rating is one tap. */
async function logTake(page: Page, { of }: Sitting, value: number): Promise<void> {
  if (of === 'words') return press(page, `Log ${value} out of 10`);
  await page.keyboard.type(String(value));
  await page.keyboard.press('Enter');
}

async function finish(page: Page, { minutes, values }: Sitting): Promise<void> {
  await page.getByRole('button', { name: 'Finish' }).locator('visible=true').click();
  const takes = values.length === 1 ? '1 take' : `${values.length} takes`;
  await expect(page.getByText(`${minutes} minutes, ${takes}`, { exact: true })).toBeVisible();
}
