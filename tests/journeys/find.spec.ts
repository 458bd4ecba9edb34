import type { Page } from '@playwright/test';
import type { NeedList } from '../../src/features/needs/contract.ts';
import type { Bench } from '../../src/features/practice/contract.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../src/platform/ids.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { takeUp } from './support/take-up.ts';

const GAP = 'What is getting in the way now?';

test(
  'matches appear while typing, misspelt words included, each with why it is there',
  BOTH_SIZES,
  async ({ page }) => {
    await page.goto('/find');
    await expect(page.getByText('24 of 24')).toBeVisible();
    await page.getByLabel(GAP).pressSequentially('my feedbak lands badly');
    const best = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: /^Look at/ }) })
      .first();
    await expect(best).toContainText('feedback');
    await expect(page.getByRole('heading', { name: 'If you are on in ten minutes' })).toBeVisible();
    await expect(page.getByText(/\d of 24/)).toBeVisible();

    await page.getByRole('radio', { name: 'This year' }).check({ force: true });
    await expect(page.getByRole('heading', { name: 'To begin with' })).toBeVisible();
  },
);

test('a trick that flashed by while typing was not read, and one that stood in sight was', async ({
  page,
}) => {
  await page.goto('/find');
  await page.getByLabel(GAP).fill('my knots slip');
  await expect(page.getByText('Entry trick from The six-second bowline.')).toBeVisible();
  await page.getByLabel(GAP).fill('juggle three balls');
  const shown = page.getByText('Entry trick from Thirty catches.');
  await shown.scrollIntoViewIfNeeded();
  await expect(shown).toBeVisible();
  expect(await tricksRead(page)).toEqual([]);
  await expect.poll(() => tricksRead(page)).toEqual([idOfName(HOUSE_SPACE_ID, 'juggling-cascade')]);
});

test('a trick is read once it was in sight or opened, and not by opening its page', async ({ page }) => {
  // Among those that nobody typed a word for, so that it does not stand above the list with all of its text.
  await page.goto('/find');
  await page.getByRole('link', { name: 'Look at A cube that sits on the table' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'A cube that sits' })).toBeVisible();
  const cube = idOfName(HOUSE_SPACE_ID, 'drawn-cube');
  expect(await tricksRead(page)).not.toContain(cube);
  const trick = page
    .getByRole('region', { name: 'The way in' })
    .getByText('Draw the nearest corner first', { exact: false });
  await trick.first().evaluate((text) => text.scrollIntoView({ block: 'center' }));
  await expect.poll(() => tricksRead(page)).toContain(cube);

  await page.goto('/find');
  await page.getByLabel(GAP).fill('the same trouble keeps coming back, map of causes');
  await page.getByRole('link', { name: 'Look at Close three loops on a map of causes' }).click();
  const show = page.getByRole('button', { name: 'Show it' });
  await expect(show).toBeVisible();
  const loops = idOfName(HOUSE_SPACE_ID, 'close-three-loops');
  expect(await tricksRead(page)).not.toContain(loops);
  await show.click();
  expect(await tricksRead(page)).toContain(loops);
});

function tricksRead(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('bottega.tricks-read/'));
    return JSON.parse(localStorage.getItem(key ?? '') ?? '[]');
  });
}

test('where it comes up, and that it may come one day, are kept with the need', async ({ page, context }) => {
  await page.goto('/find');
  await expect(page.getByText('How sure is that?')).toBeHidden();
  await page.getByLabel('What comes next?').fill('juggle three balls');
  await page.getByRole('radio', { name: 'Perhaps one day' }).check({ force: true });
  await expect(page.getByRole('radio', { name: 'This year' })).toBeChecked();
  await page.getByRole('button', { name: 'Say where it comes up' }).click();
  await expect(page.getByLabel('Where does it come up?')).toBeFocused();
  await page.getByLabel('Where does it come up?').fill('at my sister’s wedding');
  await page.getByRole('link', { name: 'Look at Thirty catches' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Thirty catches' })).toBeVisible();

  await expect
    .poll(async () => {
      const { needs }: NeedList = await (await context.request.get('/api/needs')).json();
      return needs.map(({ text, horizon, context: where, micromasteryIds }) => ({
        text,
        horizon,
        where,
        found: micromasteryIds.length,
      }));
    })
    .toEqual([
      { text: 'juggle three balls', horizon: 'possible-future', where: 'at my sister’s wedding', found: 1 },
    ]);
  await page.goBack();
  await expect(page.getByLabel('Where does it come up?')).toHaveValue('at my sister’s wedding');
  await expect(page.getByText('It is kept on your bench.')).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('Perhaps one day · at my sister’s wedding')).toBeVisible();
});

test('a take is timed and counted as its design says', async ({ page }) => {
  const tryOnce = async (need: string, title: string) => {
    await page.goto('/find');
    await page.getByLabel(GAP).fill(need);
    await expect(page.getByText(`Entry trick from ${title}.`)).toBeVisible();
    await page.getByRole('button', { name: 'Try it once now, 2 minutes' }).click();
  };
  await tryOnce('type faster on a keyboard', 'The fifteen-second typing burst');
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
  await expect(page.getByText('0:15', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).click();
  // The hands are on the other keys: nothing is to be tapped.
  await expect(page.getByRole('button', { name: /Tap for each one/ })).toHaveCount(0);
  await expect(page.getByText('0:13', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'End it now' }).click();
  await page.getByRole('button', { name: '9', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Log [\d,.]+ correct words a minute$/ })).toBeVisible();

  await tryOnce('negotiate my salary', 'Open a negotiation with a number and a silence');
  await expect(page.getByRole('button', { name: '7', exact: true })).toBeVisible();
  await expect(page.getByText('From 5 on, a share says something.')).toHaveCount(0);
});

test('what it may carry over to is called what it is, a guess', async ({ page }) => {
  await page.goto(`/micromasteries/${idOfName(HOUSE_SPACE_ID, 'tough-feedback')}`);
  await expect(page.getByText(/^May carry over to/)).toHaveText(
    'May carry over to Hand over a task once, The first five minutes of a one-to-one and One short question, then wait; not measured yet.',
  );
  await expect(page.getByText(/Carries over/)).toHaveCount(0);
});

test.describe('on a bad line', () => {
  // The page's own requests are held up here, not those of its worker.
  test.use({ serviceWorkers: 'block' });

  test('an answer that was overtaken by further typing is dropped', async ({ page }) => {
    const { promise: isReleased, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/api/micromasteries?need=kn', async (route) => {
      await isReleased;
      await route.continue().catch(() => {});
    });
    await page.goto('/find');
    const asked = page.waitForRequest('**/api/micromasteries?need=kn');
    await page.getByLabel(GAP).fill('kn');
    const first = await asked;
    const isDropped = page.waitForEvent('requestfailed', (request) => request === first);
    await page.getByLabel(GAP).fill('knot that holds');
    await isDropped;
    release();
    await expect(page.getByRole('link', { name: 'Look at The six-second bowline' })).toBeVisible();
  });

  test('until the first answer is known it goes on browsing, and claims nothing', async ({ page }) => {
    const { promise: isReleased, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/api/micromasteries?need=knot', async (route) => {
      await isReleased;
      await route.continue();
    });
    await page.goto('/find');
    await expect(page.getByText('24 of 24')).toBeVisible();
    const hits = page.getByRole('region', { name: /Or look around|Small things/ });
    await hits.evaluate((element) => {
      const said = document.body.dataset;
      new MutationObserver(() => {
        said.heard = `${said.heard ?? ''}${element.textContent}`;
      }).observe(element, { childList: true, subtree: true, characterData: true });
    });
    const look = page.getByRole('heading', { name: 'Or look around' });
    for (const typed of ['k', 'I need to', 'I need to be able to learn']) {
      await page.getByLabel(GAP).fill(typed);
      await expect(look).toBeVisible();
      await expect(page.getByText('24 of 24')).toBeVisible();
    }
    const asked = page.waitForRequest('**/api/micromasteries?need=knot');
    await page.getByLabel(GAP).fill('knot');
    await asked;
    await expect(look).toBeVisible();
    await expect(page.getByText('Looking for what would help')).toBeVisible();
    release();
    await expect(page.getByRole('heading', { name: 'Small things that would help' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Look at The six-second bowline' })).toBeVisible();
    const heard = await page.evaluate(() => document.body.dataset.heard);
    expect(heard).toContain('The six-second bowline');
    expect(heard).not.toMatch(/\b0 of 24|Nothing here answers/);
  });

  test('trying it once does not wait for home', async ({ page }) => {
    await page.goto('/find');
    await page.getByLabel(GAP).fill('juggle three balls');
    await expect(page.getByText('Trying it puts it on your bench.')).toBeVisible();
    await page.route('**/api/**', () => {
      // Never answered.
    });
    await page.getByRole('button', { name: 'Try it once now, 2 minutes' }).click();
    await expect(page.getByRole('button', { name: /Tap for each one/ })).toBeVisible();
  });

  test('nor does taking it up with a payoff', async ({ page }) => {
    await page.goto(`/micromasteries/${idOfName(HOUSE_SPACE_ID, 'juggling-cascade')}/practise`);
    const start = page.getByRole('button', { name: 'Start now' });
    await expect(start).toBeVisible();
    await page.route('**/api/**', () => {
      // Never answered.
    });
    await start.click();
    await expect(page.getByRole('button', { name: /Tap for each one/ })).toBeVisible();
  });

  test('it waits for the bench, so that nothing is begun twice', async ({ page, context, server }) => {
    const { practiceId } = await takeUp(context, server.address, 'juggling-cascade', {
      kind: 'count',
      unit: 'catches',
      target: { low: null, high: null },
      anchors: null,
    });
    const { promise: isReleased, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/api/bench', async (route) => {
      await isReleased;
      await route.continue();
    });
    await page.goto('/find');
    await page.getByLabel(GAP).fill('juggle three balls');
    await page.getByRole('button', { name: 'Try it once now, 2 minutes' }).click();
    await expect(page.getByRole('button', { name: 'Opening' })).toHaveAttribute('aria-busy', 'true');
    await expect(page.getByText('Trying it puts it on your bench.')).toHaveCount(0);
    release();
    await expect(page).toHaveURL(new RegExp(`/practices/${practiceId}/run`));
    const { practices }: Bench = await (await context.request.get('/api/bench')).json();
    expect(practices).toHaveLength(1);
  });
});

test(
  'a need can be kept by itself, once for each wording, and what was typed is there again',
  BOTH_SIZES,
  async ({ page, context }) => {
    await page.goto('/find');
    await page.getByLabel(GAP).fill('my knots slip');
    await page.getByRole('button', { name: 'Keep this need' }).click();
    await expect(page.getByText('It is kept on your bench.')).toBeVisible();
    await page.getByRole('link', { name: 'Look at The six-second bowline' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'The six-second bowline' })).toBeVisible();
    await page.goBack();
    await expect(page.getByLabel(GAP)).toHaveValue('my knots slip');
    await page.getByRole('link', { name: 'Look at The six-second bowline' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'The six-second bowline' })).toBeVisible();

    await expect
      .poll(async () => {
        const { needs }: NeedList = await (await context.request.get('/api/needs')).json();
        return needs.map((need) => [need.text, need.micromasteryIds.length]);
      })
      .toEqual([['my knots slip', 1]]);
    await page.goto('/');
    await expect(page.getByText('my knots slip')).toBeVisible();
    await expect(page.getByRole('link', { name: 'The six-second bowline' })).toBeVisible();
  },
);

test('where nothing matches it says so, and offers fields', async ({ page }) => {
  await page.goto('/find');
  await page.getByLabel(GAP).fill('qqxx zzvv');
  await expect(page.getByRole('heading', { name: 'Nothing here answers that yet' })).toBeVisible();
  await page.getByRole('button', { name: 'cooking' }).click();
  await expect(page.getByRole('link', { name: /^Look at/ }).first()).toBeVisible();
});

test('what is of the same thing and no answer is shown as near, below what is said of that', async ({
  page,
}) => {
  await page.goto('/find');
  await page.getByLabel(GAP).fill('How do I change a flat bicycle tyre');
  await expect(page.getByRole('heading', { name: 'Nothing here answers that yet' })).toBeVisible();
  await expect(page.getByText('0 of 24')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'If you are on in ten minutes' })).toBeHidden();
  const near = page.getByRole('heading', { name: 'Near it, and not the same' });
  await expect(near).toBeVisible();
  const link = page.getByRole('link', { name: /^Look at .*track stand/i });
  await expect(link).toBeVisible();
  expect((await near.boundingBox())?.y).toBeLessThan((await link.boundingBox())?.y ?? 0);
  await expect(page.getByRole('button', { name: 'Design one of your own' })).toHaveCount(1);

  await page.getByLabel(GAP).fill('stand still on a bicycle');
  await expect(near).toHaveCount(0);
  await expect(link).toBeVisible();
});

test('what nothing answers can be designed, and is found for that need', async ({ page }) => {
  await page.goto('/find');
  await page.getByLabel(GAP).fill('qqxx zzvv');
  await page.getByRole('button', { name: 'Design one of your own' }).click();
  await expect(page.getByLabel('Which needs it answers')).toHaveValue('qqxx zzvv');
  await page.getByLabel('What will you be able to do?').fill('Fold a qqxx');
  await page.getByLabel('The greater field').fill('paper');
  await page.getByRole('button', { name: /^Save it/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fold a qqxx' })).toBeVisible();
  await page.goto('/needs');
  const need = page.getByRole('listitem').filter({ hasText: 'qqxx zzvv' }).first();
  await expect(need.getByRole('link', { name: 'Fold a qqxx' })).toBeVisible();
  const found = async () => {
    const { needs }: NeedList = await (await page.request.get('/api/needs')).json();
    return needs.map(({ text, micromasteryIds }) => [text, micromasteryIds.length]);
  };
  await expect.poll(found).toEqual([['qqxx zzvv', 1]]);
});

test('words that say nothing of a skill neither find nor are shown', async ({ page }) => {
  await page.goto('/find');
  await page.getByLabel(GAP).fill('I need to tell a coworker that his work is bad without him getting angry');
  const hits = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /^Look at/ }) });
  await expect(hits.first()).toContainText('Say the hard thing in three sentences');
  const matched = hits.first().locator('mark');
  await expect(matched).toHaveText(['angry', 'coworker', 'tell', 'work']);

  await page.getByLabel(GAP).fill('learn spanish');
  await expect(page.getByRole('heading', { name: 'Nothing here answers that yet' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'If you are on in ten minutes' })).toBeHidden();
});

test(
  'a design that asks for a try first holds its trick back, and never locks it',
  BOTH_SIZES,
  async ({ page }) => {
    await page.goto('/find');
    await page.getByLabel(GAP).fill('the same trouble keeps coming back, map of causes');
    await page.getByRole('link', { name: 'Look at Close three loops on a map of causes' }).click();
    await expect(page.getByText('Its author asks for one try before the trick is read.')).toBeVisible();
    await page.getByRole('button', { name: 'Show it' }).click();
    await expect(page.getByText('What it hides, and when to drop it')).toBeVisible();
  },
);

test('without the network it searches what is kept on this device, and says so', async ({
  page,
  context,
}) => {
  await page.goto('/find');
  await expect(page.getByText('24 of 24')).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel(GAP).fill('my knots slip');
  await expect(page.getByRole('link', { name: 'Look at The six-second bowline' })).toBeVisible();
  await expect(page.getByText(/Home was not reached/)).toBeVisible();
});
