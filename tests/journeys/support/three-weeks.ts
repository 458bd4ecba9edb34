import type { Page } from '@playwright/test';
import { HOUSE_SPACE_ID, idOfName } from '../../../src/platform/ids.ts';
import { expect } from './journey.ts';
import { press, type Sitting } from './sitting.ts';
import { unfold } from './unfold.ts';

export const TITLES = {
  whistle: 'Whistle with two fingers',
  words: 'Say the hard thing in two sentences',
} as const;

/** Three weeks, then seventeen days of nothing, then one short take: all that the person ever does. */
export const SITTINGS: readonly Sitting[] = [
  { daysAgo: 39, of: 'whistle', minutes: 6, values: [2, 3, 1] },
  { daysAgo: 37, of: 'whistle', minutes: 6, values: [3, 4] },
  { daysAgo: 36, of: 'words', minutes: 8, values: [4, 5] },
  { daysAgo: 34, of: 'whistle', minutes: 9, values: [4, 2, 5] },
  { daysAgo: 33, of: 'words', minutes: 10, values: [5, 3, 6] },
  { daysAgo: 30, of: 'words', minutes: 11, values: [6, 5] },
  { daysAgo: 29, of: 'whistle', minutes: 7, values: [5, 6] },
  { daysAgo: 27, of: 'whistle', minutes: 10, values: [6, 4, 7] },
  { daysAgo: 26, of: 'words', minutes: 9, values: [7, 6] },
  { daysAgo: 24, of: 'whistle', minutes: 8, values: [7, 6] },
  { daysAgo: 22, of: 'words', minutes: 12, values: [6, 8, 7] },
  { daysAgo: 20, of: 'whistle', minutes: 6, values: [8, 7] },
  { daysAgo: 18, of: 'words', minutes: 10, values: [8, 7] },
  { daysAgo: 1, of: 'whistle', minutes: 2, values: [6], isFloor: true },
];

/** Put on the bench on the side, and never begun: by the comeback all of it is overdue. */
export const ON_THE_SIDE = ['juggling-cascade', 'bowline', 'drawn-cube'] as const;

const panel = (page: Page, name: string) => page.getByRole('region', { name });

/** Three of six elements: the way in, the payoff, and how it is repeated. Left in the runner. */
export async function designOwn(page: Page): Promise<void> {
  await page.goto('/canvas/new');
  await page.getByLabel('What will you be able to do?').fill(TITLES.whistle);
  await page.getByLabel('The greater field').fill('calling, camp craft');
  const trick = panel(page, 'Entry trick');
  await trick.getByLabel('The way in').fill('Fold the tip of your tongue back before you blow.');
  const payoff = panel(page, 'Payoff');
  await payoff.getByLabel('It pays when').fill('The dog comes from the far end of the field.');
  await payoff.getByLabel('Counted in').fill('whistles of ten');
  await payoff.getByRole('textbox', { name: 'Target' }).fill('8');
  await payoff.getByLabel('How it is measured').fill('Ten tries, count those that sound.');
  const repeat = panel(page, 'Repeatability');
  await repeat.getByLabel('Minutes a take').fill('3');
  await repeat.getByLabel('Sessions a week').fill('3');
  await repeat.getByLabel('The two-minute version').fill('Ten tries without a rest.');
  await repeat.getByLabel('When, and how it is repeated').fill('On the evening walk.');
  for (const element of [trick, payoff, repeat]) await expect(element.getByText('In place.')).toBeVisible();
  await press(page, 'Save it');
  await page.getByRole('link', { name: 'Practise this' }).click();
  await expect(page.getByRole('textbox', { name: 'Target' })).toHaveValue('8');
  await press(page, 'Start now');
}

/** Found by a need, made one’s own under another name, and begun. Left in the runner. */
export async function forkFound(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Find', exact: true }).click();
  await page.getByLabel('What is getting in the way now?').fill('I put off hard feedback');
  await page.getByRole('link', { name: 'Look at Say the hard thing in three sentences' }).click();
  await page.getByRole('link', { name: 'Make it your own' }).click();
  await page.getByLabel('What will you be able to do?').fill(TITLES.words);
  await press(page, 'Save it');
  await expect(page.getByRole('heading', { level: 1, name: TITLES.words })).toBeVisible();
  await page.getByRole('link', { name: 'Practise this' }).click();
  await press(page, 'Start now');
}

/** A second version of the fork; its practice stays with the first until the person says otherwise. */
export async function saveSecondVersion(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Bottega' }).click();
  // The need that it was forked for names it too.
  await page
    .getByRole('region', { name: 'On the bench' })
    .getByRole('link', { name: TITLES.words, exact: true })
    .click();
  await page.getByRole('link', { name: 'Experimental possibilities' }).click();
  await page.getByRole('link', { name: 'Design it anew' }).click();
  await expect(page.getByText('What you save becomes version 2.', { exact: false })).toBeVisible();
  await page.getByLabel('In a sentence').fill('You will be able to say it in two sentences, and then wait.');
  // Nobody writes as fast as a script.
  await page.clock.fastForward('05:00');
  await press(page, 'Save version 2');
  await page.getByRole('link', { name: 'Go to your practice' }).click();
  await expect(page.getByText('You follow version 1. Version 2 is there:', { exact: false })).toBeVisible();
  // What the original was found for is what its fork is for.
  await expect(page.getByText('I put off hard feedback')).toBeVisible();
  await page.getByRole('link', { name: 'see what changed' }).click();
  await expect(page.getByText('One thing differs. Takes made with either stay as they are.')).toBeVisible();
  await page.goBack();
  await press(page, 'Follow version 2');
  await expect(page.getByText('You follow version 1.', { exact: false })).toHaveCount(0);
}

/** More at once than anybody keeps up with. */
export async function putMoreOnBench(page: Page): Promise<void> {
  await page.goto('/me');
  await page.getByLabel('Practices kept alive beside them').fill('5');
  await page.getByLabel('Practices kept alive beside them').press('Enter');
  for (const slug of ON_THE_SIDE) {
    await page.goto(`/micromasteries/${idOfName(HOUSE_SPACE_ID, slug)}`);
    await page.getByRole('link', { name: 'Practise this' }).click();
    await press(page, 'Put it on the bench');
    await expect(page.getByText('None yet. The first one is only a look.')).toBeVisible();
  }
}

/** On the page of a practice: where it is done is in place, and what to do when it is windy is planned. */
export async function setUpSupport(page: Page): Promise<void> {
  await unfold(page, 'Background support');
  const support = panel(page, 'Background support');
  await support.getByRole('button', { name: /: not said yet$/ }).click();
  await support.getByRole('button', { name: /^Place(?!:)/ }).click();
  const place = support.getByRole('group', { name: 'Place', exact: true });
  await place.getByText('In place', { exact: true }).click();
  await press(page, 'Say what it is: Place');
  await page.getByLabel('What it is: Place').fill('the far end of the field');
  await press(page, 'Keep these words');
  await press(page, 'Make a plan');
  await page.getByLabel('If …').fill('If it is windy');
  await page.getByLabel('… then I …').fill('I turn my back to the wind');
  await press(page, 'Keep the plan');
  await expect(support.getByText('It has not come up yet.')).toBeVisible();
}

/** In the runner, before the first take. */
export async function sayWhatIsInPlace(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Set up: / }).click();
  await page.getByRole('button', { name: /^In place and at hand.*Place/ }).click();
  const asked = page.getByRole('dialog', { name: 'What is around it' });
  await expect(asked.getByRole('checkbox', { name: /^Place/ })).toBeChecked();
  await expect(asked.getByText('If it is windy, then I turn my back to the wind.')).toBeVisible();
  await press(page, 'Start');
  await expect(asked).toHaveCount(0);
}

/** In the look back. */
export async function sayPlanCameUp(page: Page, isDone: boolean): Promise<void> {
  const words = isDone ? 'It came up and I did it' : 'It came up and I did not';
  await press(page, `${words}: If it is windy, then I turn my back to the wind.`);
  await expect(page.getByText('Noted once for this session')).toBeVisible();
}

/** In the runner, before the first take. */
export async function chooseOneThing(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Set up: / }).click();
  await press(page, 'One thing to change');
  await page.getByLabel('In your words').fill('wait after the first sentence');
  await press(page, 'Change this');
  await expect(page.getByRole('button', { name: /to change: wait after the first sentence$/ })).toBeVisible();
}

/** In the look back. */
export async function sayWhatCameOfIt(page: Page): Promise<void> {
  await page.getByText('Better', { exact: true }).click();
  await page.getByLabel('A word on it').fill('they spoke first');
}

/** In the runner, of the take that was logged last. */
export async function writeNote(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: /^(Write a note|Note)$/ }).click();
  await page.getByLabel('What happened').fill(words);
  await press(page, 'Keep the note');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
