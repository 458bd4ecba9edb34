import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openArchive } from '../../src/features/archive/archive-file.ts';
import { Mine } from '../../src/features/archive/mine-contract.ts';
import { sourceOf } from '../../src/features/archive/read-zip-file.ts';
import { Bench, PracticePage } from '../../src/features/practice/contract.ts';
import { PracticePicture } from '../../src/features/practice/picture-contract.ts';
import { type BottegaServer, type JourneyPerson, startBottega } from './support/bottega-server.ts';
import { collectFaults } from './support/faults.ts';
import { expect, test } from './support/journey.ts';
import { keptOnDevice, NOTHING_KEPT } from './support/kept-on-device.ts';
import { restoreArchive } from './support/restore-archive.ts';
import { collectSentFacts, type SentFacts } from './support/sent-facts.ts';
import {
  type Asides,
  goPractise,
  middayBefore,
  practise,
  press,
  type Sitting,
  wakeAt,
} from './support/sitting.ts';
import { attemptsAtHome } from './support/take-up.ts';
import * as learner from './support/three-weeks.ts';
import { ON_THE_SIDE, SITTINGS, TITLES } from './support/three-weeks.ts';
import { unfold } from './support/unfold.ts';

type Name = Sitting['of'];
/** Of each practice its id, as its own page has it in its address. */
type Ids = Readonly<Record<Name, string>>;

const sittingsOf = (of: Name) => SITTINGS.filter((sitting) => sitting.of === of);
const wholeOf = (of: Name) => sittingsOf(of).filter(({ isFloor }) => isFloor === undefined);
const valuesIn = (sittings: readonly Sitting[]) => sittings.flatMap(({ values }) => values);
const TAKES = SITTINGS.flatMap(({ values }) => values).length;
const PLANNED_MINUTES = SITTINGS.reduce((sum, { minutes }) => sum + minutes, 0);

const idHere = (page: Page) => /practices\/([^/?]+)/.exec(page.url())?.[1] ?? '';
const readAt = async (page: Page, path: string): Promise<unknown> => (await page.request.get(path)).json();
const mineOf = async (page: Page, address: string) => Mine.parse(await readAt(page, `${address}/api/mine`));

function sittingOf(daysAgo: number): Sitting {
  const sitting = SITTINGS.find((one) => one.daysAgo === daysAgo);
  if (sitting === undefined) throw new Error(`no sitting ${daysAgo} days ago`);
  return sitting;
}

/** The sitting of so many days ago, at its time, begun from the bench. */
async function sit(page: Page, daysAgo: number, asides: Asides = {}): Promise<void> {
  const sitting = sittingOf(daysAgo);
  await wakeAt(page, middayBefore(daysAgo));
  await goPractise(page, TITLES[sitting.of]);
  await practise(page, sitting, asides);
}

async function firstWeek(page: Page): Promise<Ids> {
  await learner.designOwn(page);
  await practise(page, sittingOf(39), {
    lookBack: () => page.getByLabel('One line for next time').fill('Wet the lips first.'),
  });
  const whistle = idHere(page);
  await learner.setUpSupport(page);
  await sit(page, 37, {
    before: async () => {
      await expect(page.getByText('Wet the lips first.')).toBeVisible();
      await learner.sayWhatIsInPlace(page);
    },
    lookBack: () => learner.sayPlanCameUp(page, true),
  });
  await wakeAt(page, middayBefore(36));
  await learner.forkFound(page);
  await practise(page, sittingOf(36));
  const words = idHere(page);
  await sit(page, 34, {
    after: () => learner.writeNote(page, 'the first one that was loud'),
    lookBack: () => learner.sayPlanCameUp(page, false),
  });
  await sit(page, 33, {
    before: () => learner.chooseOneThing(page),
    lookBack: () => learner.sayWhatCameOfIt(page),
  });
  return { whistle, words };
}

/** A version more changes nothing that was done before it. */
async function versionTwo(page: Page, address: string, { words }: Ids): Promise<void> {
  await wakeAt(page, middayBefore(31));
  const before = await attemptsAtHome(page.context(), address, words);
  expect(before.map(({ value }) => value)).toEqual([4, 5, 5, 3, 6]);
  await learner.saveSecondVersion(page);
  const followed = async () =>
    PracticePage.parse(await readAt(page, `/api/practices/${words}`)).card.micromasteryVersion;
  await expect.poll(followed).toBe(2);
  await sit(page, 30, {
    before: async () => {
      await page.getByRole('button', { name: /^Set up: / }).click();
      await expect(page.getByText('Last time you changed')).toBeVisible();
      await expect(page.getByText('better, as you saw it. they spoke first', { exact: false })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  });
  const after = () => attemptsAtHome(page.context(), address, words);
  await expect.poll(async () => (await after()).length).toBe(before.length + 2);
  expect((await after()).slice(0, before.length)).toEqual(before);
}

async function secondAndThirdWeek(page: Page): Promise<void> {
  await learner.putMoreOnBench(page);
  for (const daysAgo of [29, 27, 26, 24, 22, 20, 18]) await sit(page, daysAgo);
}

/** After the gap: what is said of it, how little is asked, and one short take. */
async function comeBack(page: Page): Promise<void> {
  await wakeAt(page, middayBefore(1));
  await page.goto('/');
  const since = page.getByText('17 days since your last take. Today starts with the easy one.');
  await expect(since).toBeVisible();
  const lines = page.getByRole('list', { name: 'The plan' }).getByRole('listitem');
  await expect(lines.first()).toContainText('Begin softly');
  await expect(lines.first()).toContainText(`${TITLES.whistle} the two-minute version`);
  await expect(lines.first()).toContainText('One take of two minutes first, after 17 days away.');
  const planned = await lines.locator('.skillname').allTextContents();
  const others = planned.slice(1).filter((title) => title !== 'One line');
  const waiting = await page.getByText(/^For another day: /).allTextContents();
  const named = waiting.flatMap((text) => text.replace('For another day: ', '').split(', '));
  // All that was put on the side is overdue, and so is the fork: one more than anybody is told of.
  expect(new Set([...others, ...named]).size).toBe(ON_THE_SIDE.length);

  await page.getByRole('link', { name: 'Start 12 minutes' }).click();
  await expect(page.getByText('Ten tries without a rest.', { exact: false }).first()).toBeVisible();
  await practise(page, sittingOf(1), {
    lookBack: () =>
      expect(page.getByText('The two-minute version. As a session it counts like any other.')).toBeVisible(),
  });
}

/** Every count that a screen or home gives, held against the script and against what this browser sent. */
async function checkNumbers(page: Page, ids: Ids, sent: SentFacts): Promise<void> {
  await expect.poll(() => sent.sessionMinutes().length).toBe(SITTINGS.length);
  expect(sent.attempts().length).toBe(TAKES);
  const told = sent.sessionMinutes().reduce((sum, one) => sum + one, 0);
  // Pressing what a sitting is made of takes a script a few seconds as well.
  expect(told).toBeGreaterThanOrEqual(PLANNED_MINUTES - 0.1);
  expect(told).toBeLessThan(PLANNED_MINUTES + 3);
  const minutes = Math.round(told);

  for (const name of ['whistle', 'words'] as const) {
    const made = valuesIn(sittingsOf(name));
    const values = valuesIn(wholeOf(name));
    await page.goto(`/practices/${ids[name]}`);
    await expect(page.getByText(new RegExp(`, ${made.length} takes$`)).first()).toBeVisible();
    await expect(page.getByRole('img', { name: new RegExp(`\\b${values.length} takes\\b`) })).toBeVisible();
    await unfold(page, 'Takes');
    await expect(
      page.getByRole('button', { name: new RegExp(`^Take ${made.length} .*${made.at(-1)}$`) }),
    ).toBeVisible();
    const { picture } = PracticePicture.parse(await readAt(page, `/api/practices/${ids[name]}/picture`));
    expect(picture).toMatchObject({ n: values.length, sessions: wholeOf(name).length });
    expect(picture?.drawn).toMatchObject({ points: values.map((value) => ({ value })) });
    expect(picture?.personalBest?.value).toBe(Math.max(...values));
  }
  const { practices, total } = Bench.parse(await readAt(page, '/api/bench'));
  expect(total).toMatchObject({ sessions: SITTINGS.length });
  expect(practices.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(TAKES);
  await page.goto('/');
  await expect(
    page.getByText(`${minutes} minutes in ${SITTINGS.length} sessions`, { exact: false }),
  ).toBeVisible();
  // Of the four weeks up to the comeback.
  const kept = SITTINGS.filter(({ daysAgo }) => daysAgo <= 28).length;
  await expect(page.getByText(`${kept} with a session`, { exact: false })).toBeVisible();
  await page.goto('/me');
  await expect(
    page.getByText(
      `At home: 1 need, 2 micromasteries of your own, ${2 + ON_THE_SIDE.length} practices, ${SITTINGS.length} sessions, ${TAKES} takes, 1 note. ${minutes} minutes of practice in all.`,
      { exact: false },
    ),
  ).toBeVisible();
}

/** What was written and planned stands where it belongs. */
async function checkWords(page: Page, { whistle }: Ids): Promise<void> {
  await page.goto(`/practices/${whistle}`);
  await unfold(page, 'Background support', 'Takes');
  await expect(page.getByText('Came up twice, done once: too soon to say.')).toBeVisible();
  await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await expect(page.getByRole('button', { name: /^Take 8 / })).toContainText('the first one that was loud');
  await expect(page.getByRole('button', { name: /^Take 18 / })).toContainText('two minutes');
}

/** What the screens say of it all, word by word. */
async function shown(page: Page, address: string, ids: Ids): Promise<readonly string[]> {
  const said: string[] = [];
  const read = async (region: string) =>
    said.push((await page.getByRole('region', { name: region, exact: true }).textContent()) ?? '');
  for (const id of [ids.whistle, ids.words]) {
    await page.goto(`${address}/practices/${id}`);
    await page.getByRole('img', { name: / takes/ }).waitFor();
    await unfold(page, 'Background support');
    await page.getByText(/not said yet$/).waitFor();
    for (const region of ['Where you stand', 'In words', 'Takes', 'Background support']) await read(region);
  }
  await page.goto(`${address}/`);
  await expect(page.getByText(/median \d of the last 9/)).toHaveCount(2);
  for (const region of ['What have you got?', 'What you have put in', 'On the bench']) await read(region);
  return said;
}

/** Takes it all along, and is gone: on the screens, by the API, and on the device. Answers the archive. */
async function exportAndErase(page: Page, { name, key }: JourneyPerson, mine: Mine): Promise<string> {
  await page.goto('/me');
  await press(page, 'Erase everything of yours');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Take it with you first' }).click();
  const file = await (await downloading).path();
  const { manifest } = openArchive(sourceOf(await readFile(file)));
  expect(manifest.counts).toEqual(mine.counts);

  await page.getByLabel(`To erase it, type your name: ${name}`).fill(name);
  await press(page, 'Erase it all');
  await expect(page.getByLabel('Key')).toBeVisible();
  expect((await page.request.get('/api/me')).status()).toBe(401);
  expect((await page.request.post('/api/sign-in', { data: { key } })).status()).toBe(401);
  expect(await keptOnDevice(page)).toEqual(NOTHING_KEPT);
  for (const title of Object.values(TITLES)) await expect(page.getByText(title)).toHaveCount(0);
  return file;
}

/** With a page its practice is asked for before its scripts run, and so before one that was begun just now is sent. */
const NOT_AT_HOME_YET = /^404: GET \S+\/api\/practices\/[0-9a-f-]{36}$/;

type Before = { readonly mine: Mine; readonly said: readonly string[]; readonly ids: Ids };

/** At a home that has never heard of the person, all of it is there again and says the same. */
async function restoreElsewhere(
  page: Page,
  home: BottegaServer,
  file: string,
  before: Before,
): Promise<void> {
  const { counts } = await restoreArchive(home, file);
  const written: Readonly<Record<string, number>> = before.mine.counts;
  for (const [kind, { added, known }] of Object.entries(counts)) {
    // Only of the library’s own is there anything already.
    const inLibrary = kind === 'micromasteries' ? ON_THE_SIDE.length + 1 : 0;
    expect({ kind, added, known }).toEqual({
      kind,
      added: (written[kind] ?? 0) - inLibrary,
      known: inLibrary,
    });
  }
  await page.goto(home.link);
  await expect(page.getByRole('heading', { name: 'What have you got?' })).toBeVisible();
  expect(await mineOf(page, home.address)).toEqual(before.mine);
}

test('three weeks, a gap, a comeback, and all of it taken to another home', async ({
  page,
  context,
  server,
  person,
}) => {
  test.setTimeout(240_000);
  page.setDefaultTimeout(20_000);
  const faults = collectFaults(context, page);
  const sent = collectSentFacts(context);
  await page.clock.install({ time: middayBefore(39) });
  const ids = await test.step('designs one, forks one, and practises both', () => firstWeek(page));
  await test.step('a second version of the fork', () => versionTwo(page, server.address, ids));
  await test.step('two more weeks', () => secondAndThirdWeek(page));
  await test.step('the comeback after a gap', () => comeBack(page));
  await test.step('every number agrees', () => checkNumbers(page, ids, sent));
  await test.step('every word stands where it belongs', () => checkWords(page, ids));
  expect(faults.take().filter((fault) => !NOT_AT_HOME_YET.test(fault))).toEqual([]);
  const before = {
    mine: await mineOf(page, server.address),
    said: await shown(page, server.address, ids),
    ids,
  };
  const file = await test.step('exports and erases it', () => exportAndErase(page, person, before.mine));
  const home = await startBottega();
  try {
    await test.step('restores it elsewhere', () => restoreElsewhere(page, home, file, before));
    // What is fetched last may be read a moment too early.
    await expect(async () => expect(await shown(page, home.address, ids)).toEqual(before.said)).toPass();
    // Whoever was erased is nobody there from then on, and is told so.
    const isNobody = (fault: string) => fault.startsWith(`401: GET ${server.address}/api/`);
    expect(faults.take().filter((fault) => !isNobody(fault))).toEqual([]);
  } finally {
    await home.stop();
  }
});
