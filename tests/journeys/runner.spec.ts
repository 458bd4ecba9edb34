import AxeBuilder from '@axe-core/playwright';
import type { PayoffBody } from '../../src/features/practice/contract.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { attemptsAtHome, openRunner, takeUp } from './support/take-up.ts';
import { unfold } from './support/unfold.ts';

type Look = readonly [name: string, payoff: Partial<PayoffBody>];
const none = { low: null, high: null };
const LOOKS: readonly Look[] = [
  ['rating', {}],
  ['count', { kind: 'count', unit: 'catches', anchors: null }],
  ['duration', { kind: 'duration', unit: 'seconds', direction: 'down', target: none, anchors: null }],
  ['rate', { kind: 'rate', unit: 'clean changes', target: none, anchors: null }],
  ['pass', { kind: 'pass', unit: 'held', target: none, anchors: null }],
  ['proportion', { kind: 'proportion', unit: 'share of listeners', target: none, anchors: null }],
  ['score', { kind: 'score', unit: 'points', target: none, anchors: null }],
];

for (const [name, payoff] of LOOKS) {
  test(
    `the runner for a ${name} is free of faults, in the dark too`,
    BOTH_SIZES,
    async ({ page, server }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await openRunner(page, server, 'chord-changes', payoff);
      await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      expect((await new AxeBuilder({ page }).withRules('color-contrast').analyze()).violations).toEqual([]);
      const isAsWideAsTheWindow = await page.evaluate(
        'document.documentElement.scrollWidth <= document.documentElement.clientWidth',
      );
      expect(isAsWideAsTheWindow).toBe(true);
    },
  );
}

const valuesAtHome = async (...where: Parameters<typeof attemptsAtHome>) =>
  (await attemptsAtHome(...where)).map((attempt) => attempt.value);

test(
  'a stopwatch is started and stopped, and logs what it showed',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const payoff = LOOKS[2]?.[1];
    const { practiceId } = await takeUp(context, server.address, 'bowline', payoff);
    await page.clock.install();
    await page.goto(`/practices/${practiceId}/run`);
    await page.getByRole('button', { name: 'Start' }).click();
    await page.clock.runFor(6_240);
    await page.getByRole('button', { name: 'Stop and log' }).click();
    const shown = /Logged 0:(\d\d(?:\.\d)?)\./.exec(
      (await page
        .getByText(/^Logged 0:/)
        .first()
        .textContent()) ?? '',
    )?.[1];
    expect(Number(shown)).toBeGreaterThanOrEqual(6.2);
    await expect.poll(() => valuesAtHome(context, server.address, practiceId)).toEqual([Number(shown)]);
  },
);

test('a count that nobody touched is no best where less is better, until it is said to be meant', async ({
  page,
  context,
  server,
}) => {
  const payoff: Partial<PayoffBody> = {
    kind: 'count',
    unit: 'misses',
    direction: 'down',
    target: { low: null, high: 2 },
    anchors: null,
  };
  const { practiceId } = await takeUp(context, server.address, 'chord-changes', payoff);
  await page.clock.install();
  await page.goto(`/practices/${practiceId}/run`);
  // Also where the finger comes down twice.
  await page.getByRole('button', { name: 'Log 0 misses', exact: true }).dblclick();
  await expect(page.getByText('Was there really none?', { exact: false })).toBeVisible();
  await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Tap for each one' }).click();
  await page.getByRole('button', { name: 'Log 1 miss', exact: true }).click();
  await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.clock.runFor(1_000);
  await page.getByRole('button', { name: 'None: log 0 misses' }).click();
  await page.clock.runFor(1_000);
  await expect.poll(() => valuesAtHome(context, server.address, practiceId)).toEqual([1, 0]);
});

test('a rate ends by itself, can be set right, and is logged per minute', async ({
  page,
  context,
  server,
}) => {
  const payoff = LOOKS[3]?.[1];
  const { practiceId } = await takeUp(context, server.address, 'chord-changes', payoff);
  await page.clock.install();
  await page.goto(`/practices/${practiceId}/run`);
  await page.getByRole('button', { name: 'Start' }).click();
  for (let count = 0; count < 12; count += 1)
    await page.getByRole('button', { name: 'Tap for each one' }).click();
  await page.clock.runFor(61_000);
  await expect(page.getByText('Time is up.', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: 'take one away' }).click();
  await page.getByRole('button', { name: 'Log 11 clean changes a minute' }).click();
  await page.clock.runFor(1_000);
  await expect.poll(() => valuesAtHome(context, server.address, practiceId)).toEqual([11]);

  // Counted by another clock: the rate itself is typed.
  await page.getByRole('button', { name: 'Type the number' }).click();
  await expect(page.getByText('How many clean changes a minute?')).toBeVisible();
  for (const key of ['1', '3', '.', '5']) await page.getByRole('button', { name: key, exact: true }).click();
  await page.getByRole('button', { name: 'Log 13.5 clean changes a minute' }).click();
  await page.clock.runFor(1_000);
  await expect.poll(() => valuesAtHome(context, server.address, practiceId)).toEqual([11, 13.5]);
});

test('held and not yet, hits and misses, and a typed score', async ({ page, context, server }) => {
  const logged: (number | null)[] = [];
  for (const name of ['pass', 'proportion', 'score']) {
    const payoff = LOOKS.find(([one]) => one === name)?.[1];
    const practiceId = await openRunner(page, server, 'chord-changes', payoff);
    const press = (label: string) => page.getByRole('button', { name: label, exact: true }).click();
    if (name === 'pass') await press('Held');
    if (name === 'proportion') {
      for (const one of ['Hit', 'Hit', 'Miss', 'Hit']) await press(one);
      await press('Log 75%');
    }
    if (name === 'score') {
      for (const key of ['7', '.', '5']) await press(key);
      await press('Log 7.5 points');
    }
    await expect.poll(() => valuesAtHome(context, server.address, practiceId)).toHaveLength(1);
    logged.push(...(await valuesAtHome(context, server.address, practiceId)));
  }
  expect(logged).toEqual([1, 0.75, 7.5]);
});

test(
  'the two-minute version shows what to do, and counts as a session',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const { practiceId } = await takeUp(context, server.address, 'bowline', LOOKS[4]?.[1]);
    await page.goto(`/practices/${practiceId}/run?floor=1`);
    await expect(page.getByText('One roll, and look at', { exact: false })).toBeVisible();
    // Less of it says nothing of the whole, so it sets no starting point either.
    await expect(page.getByText('Set up: Two-minute version')).toBeVisible();
    await expect(page.getByText('Cold take', { exact: false })).toBeHidden();
    await expect(page.getByRole('timer')).toContainText(/^(2:00|1:5\d)$/);
    await page.getByRole('button', { name: 'Log without a score' }).click();
    await page.getByRole('button', { name: 'Finish' }).locator('visible=true').click();
    await expect(
      page.getByRole('heading', { name: 'One take, without a score.', exact: false }),
    ).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.waitForURL(`**/practices/${practiceId}`);
    await expect
      .poll(async () => {
        const bench = await (await context.request.get(`${server.address}/api/bench`)).json();
        return bench.sessions.map((session: { attempts: number }) => session.attempts);
      })
      .toEqual([1]);
    // It is smaller than others, and says so beside them.
    await unfold(page, 'Takes');
    await expect(page.getByRole('button', { name: /^Take 1 .*two minutes/ })).toBeVisible();
    // What is over is not begun anew by going back.
    await page.goBack();
    await expect(page).not.toHaveURL(/\/run/);
  },
);

test('leaving asks only where something would be lost', async ({ page, context, server }) => {
  const practiceId = await openRunner(page, server, 'chord-changes', LOOKS[1]?.[1]);
  await page.getByRole('button', { name: 'Stop practising' }).click();
  await page.waitForURL(`**/practices/${practiceId}`);
  expect(await attemptsAtHome(context, server.address, practiceId)).toEqual([]);

  await page.goto(`/practices/${practiceId}/run`);
  await page.getByRole('button', { name: 'Tap for each one' }).click();
  await page.getByRole('button', { name: 'Stop practising' }).click();
  await expect(page.getByRole('dialog', { name: 'This take is not logged yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Log 1 catch' }).click();
  await expect(page.getByRole('heading', { name: 'The first take is down: 1 catch.' })).toBeVisible();
});

test(
  'starting again from the bench leaves an old look back behind, and keeps its takes',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const practiceId = await openRunner(page, server, 'bowline', LOOKS[4]?.[1]);
    await page.getByRole('button', { name: 'Held', exact: true }).click();
    await page.getByRole('button', { name: 'Stop practising' }).click();
    await expect(page.getByRole('button', { name: 'Done' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Done' })).toBeVisible();
    await page.goto('/');
    await page.getByRole('link', { name: 'Start 12 minutes' }).click();
    await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Not yet', exact: true }).click();
    await expect.poll(() => valuesAtHome(context, server.address, practiceId)).toEqual([1, 0]);
    const attempts = await attemptsAtHome(context, server.address, practiceId);
    expect(new Set(attempts.map((attempt) => attempt.sessionId)).size).toBe(2);

    // Left while it ran, it goes on.
    await page.goto('/');
    await page.getByRole('link', { name: 'Start 12 minutes' }).click();
    await expect(page.getByText('You left in the middle. One take is safe.', { exact: false })).toBeVisible();
  },
);

test('what was left an hour ago is another session, and what was counted goes over into the new one', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'juggling-cascade', LOOKS[1]?.[1]);
  await page.clock.install();
  await page.goto(`/practices/${practiceId}/run`);
  await page.getByRole('button', { name: 'Tap for each one' }).click();
  await page.getByRole('button', { name: 'Log 1 catch' }).click();
  await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Tap for each one' }).click();
  await page.getByRole('button', { name: 'Tap for each one' }).click();
  await page.goto('/');
  await expect.poll(() => valuesAtHome(context, server.address, practiceId)).toEqual([1]);
  await page.clock.fastForward('01:00:00');
  await page.goto(`/practices/${practiceId}/run?minutes=5`);
  await expect(page.getByText('What you had counted is still here.', { exact: false })).toBeVisible();
  await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).first().click();
  await page.getByRole('button', { name: 'Log 2 catches' }).click();
  await page.clock.runFor(1_000);
  await expect.poll(() => valuesAtHome(context, server.address, practiceId)).toEqual([1, 2]);
  const [first, second] = await attemptsAtHome(context, server.address, practiceId);
  expect(second?.sessionId).not.toBe(first?.sessionId);
  expect(second?.durationSeconds).toBeNull();
});

test('a take that is undone goes on with its count, and the line for next time is read at the next', async ({
  page,
  server,
}) => {
  await openRunner(page, server, 'juggling-cascade', LOOKS[1]?.[1]);
  for (let taps = 0; taps < 3; taps += 1)
    await page.getByRole('button', { name: 'Tap for each one' }).click();
  await page.getByRole('button', { name: 'Log 3 catches' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Take 1 is taken back. What was counted is here again.').first()).toBeVisible();
  // At once, and meant: it is no finger that came down twice.
  await page.getByRole('button', { name: 'Log 3 catches' }).click();
  await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Finish' }).locator('visible=true').click();
  await page.getByLabel('One line for next time').fill('Same peak, slower.');
  await page.getByRole('button', { name: 'Done' }).click();
  await page
    .getByRole('link', { name: /^Practise/ })
    .first()
    .click();
  await expect(page.getByText('For this time you wrote')).toBeVisible();
  await expect(page.getByText('Same peak, slower.')).toBeVisible();
});

test('what was left a moment ago ends at that moment, if it is ended so', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'bowline', LOOKS[4]?.[1]);
  await page.clock.install();
  await page.goto(`/practices/${practiceId}/run`);
  await page.getByRole('button', { name: 'Held', exact: true }).click();
  await page.goto('/');
  await page.clock.fastForward('20:00');
  await page.goto(`/practices/${practiceId}/run`);
  await page.getByRole('button', { name: 'Finish it as it was' }).click();
  await expect(page.getByText('Under a minute, 1 take')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('going on after a pause and the look back is going on, with the clock', async ({ page, server }) => {
  await openRunner(page, server, 'sixty-second-case');
  await page.getByRole('button', { name: 'Log 6 out of 10', exact: true }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('button', { name: 'Go on practising' }).click();
  await expect(page.getByRole('button', { name: 'Log 7 out of 10', exact: true })).toBeVisible();
  await expect(page.getByText('Paused', { exact: false })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a finger that comes down twice logs one take', async ({ page, context, server }) => {
  const practiceId = await openRunner(page, server, 'sixty-second-case');
  const seven = page.getByRole('button', { name: 'Log 7 out of 10', exact: true });
  await seven.dblclick();
  await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Log 4 out of 10', exact: true }).click();
  await expect.poll(() => valuesAtHome(context, server.address, practiceId)).toEqual([7, 4]);
});

test('a tap is on the screen before the next frame, whatever the network does', async ({ page, server }) => {
  await openRunner(page, server, 'sixty-second-case');
  await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
  // Every question from now on stays without an answer.
  await page.route('**/api/**', () => {});
  const shown = await page.getByRole('button', { name: 'Log 7 out of 10', exact: true }).evaluate(
    (key: HTMLElement) =>
      new Promise<string>((seen) => {
        key.click();
        requestAnimationFrame(() => seen(document.querySelector('main')?.textContent ?? ''));
      }),
  );
  expect(shown).toContain('Logged 7.');
  expect(shown).toContain('Take 2');
});

test('a note is kept however it is closed, of both takes', async ({ page, context, server }) => {
  const practiceId = await openRunner(page, server, 'sixty-second-case');
  await page.getByRole('button', { name: 'Log 7 out of 10', exact: true }).click();
  await page.getByRole('button', { name: /^(Write a note|Note)$/ }).click();
  await page.getByLabel('What happened').fill('of the one before');
  await page.getByText('This take', { exact: true }).click();
  await page.getByLabel('What happened').fill('of this one');
  await page.getByText('Take 1, logged').click();
  await expect(page.getByLabel('What happened')).toHaveValue('of the one before');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Log 4 out of 10', exact: true }).click();
  const notes = async () =>
    (await attemptsAtHome(context, server.address, practiceId)).map((attempt) => attempt.remarks[0]?.text);
  await expect.poll(notes).toEqual(['of the one before', 'of this one']);
});

test('the first three takes are told to be the start, and the page says what they came to', async ({
  page,
  context,
  server,
}) => {
  const practiceId = await openRunner(page, server, 'juggling-cascade', { kind: 'count', unit: 'catches' });
  for (const [place, value] of [3, 9, 5].entries()) {
    await expect(page.getByText(`Cold take ${place + 1} of 3`, { exact: true })).toBeVisible();
    await page.keyboard.type(String(value));
    await page.keyboard.press('Enter');
    await expect(page.getByText(`Take ${place + 2}`, { exact: true })).toBeVisible();
    // What this sitting counted is not counted a second time when it goes on.
    if (place > 0) continue;
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('Cold take 1 of 3', { exact: true })).toBeVisible();
    // What was counted is here again.
    await page.keyboard.press('Enter');
    await expect(page.getByText('Cold take 2 of 3', { exact: true })).toBeVisible();
    await page.reload();
    await page.getByRole('button', { name: 'Go on' }).first().click();
  }
  await expect(page.getByText(/^Cold take/)).toHaveCount(0);
  await expect.poll(() => valuesAtHome(context, server.address, practiceId)).toEqual([3, 9, 5]);
  const start = page.getByText(/Started at 5 catches; the first 3 ran from 3 to 9 catches\./).first();
  await page.goto(`/practices/${practiceId}`);
  await expect(start).toBeVisible();
  await page.goto('/');
  await expect(start).toBeVisible();
});

test('words of distress are met with help and with no score, and nothing of it is kept apart', async ({
  page,
  context,
  server,
}) => {
  const practiceId = await openRunner(page, server, 'juggling-cascade', { kind: 'count', unit: 'catches' });
  await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
  await page.keyboard.press('n');
  await page.getByLabel('What happened').fill('dropped it again. I hate myself');
  const help = page.getByRole('heading', { name: 'That sounds heavy' });
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'That sounds heavy' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'findahelpline.com' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await page.getByRole('button', { name: 'Finish' }).locator('visible=true').click();
  await expect(help).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/7|catches/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Done' }).click();
  const [attempt] = await attemptsAtHome(context, server.address, practiceId);
  expect(attempt?.remarks.map(({ text, tags }) => [text, tags])).toEqual([
    ['dropped it again. I hate myself', []],
  ]);

  await page.goto('/find');
  await page.getByLabel('What is getting in the way now?').fill('I do not want to be here any more');
  await expect(help).toBeVisible();
  await expect(page.getByRole('link', { name: /^Look at/ })).toHaveCount(0);
});

test('scores are read aloud where the learner wants it, and else nothing is', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'juggling-cascade', LOOKS[1]?.[1]);
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    speechSynthesis.speak = (utterance) => void said.push(utterance.text);
  });
  const log = async () => {
    await page.goto(`/practices/${practiceId}/run`);
    await page.getByRole('button', { name: 'Tap for each one' }).click();
    await page.getByRole('button', { name: /^Log 1 / }).click();
    await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
  };
  const said = () => page.evaluate(() => Reflect.get(window, 'said') as string[]);
  await log();
  expect(await said()).toEqual([]);
  await page.getByRole('button', { name: 'Finish' }).locator('visible=true').click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.goto('/me');
  await page
    .getByRole('group', { name: 'Scores are read aloud while you practise' })
    .getByText('Yes')
    .click();
  await log();
  await expect.poll(said).toEqual(['Logged 1 catch.']);
});
