import type { PracticePage } from '../../src/features/practice/contract.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../src/platform/ids.ts';
import { expect, test } from './support/journey.ts';
import { takeUp } from './support/take-up.ts';

test('the way in prints on one page, and on white', async ({ page, context, server }) => {
  const { practiceId } = await takeUp(context, server.address, 'sourdough-spring');
  const found: PracticePage = await (await context.request.get(`/api/practices/${practiceId}`)).json();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`/micromasteries/${found.micromastery.id}/card`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const format of ['A4', 'Letter']) {
    const pdf = await page.pdf({ format });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  }
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('navigation').first()).toBeHidden();
  const card = page.locator('[data-print="card"]');
  await expect(card).toHaveCSS('color', 'rgb(34, 38, 42)');
});

test('every design of the library prints its way in on one page', async ({ page, context }) => {
  const { micromasteries } = await (await context.request.get('/api/library')).json();
  for (const { id, formats } of micromasteries) {
    await page.goto(`/micromasteries/${id}/card`);
    await page.getByRole('button', { name: 'Print' }).waitFor();
    const shown = page.getByRole('button', { name: 'Show it' });
    if (await shown.isVisible()) await shown.click();
    const pictures = page.locator('[data-print="card"] img');
    await expect(pictures).toHaveCount(formats?.pictures?.length ?? 0);
    await pictures.evaluateAll((all: HTMLImageElement[]) => Promise.all(all.map((one) => one.decode())));
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g), id).toHaveLength(1);
  }
});

test('a card whose trick is held back asks before it prints, and does not give the trick away', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => {
      const paper = document.querySelector('[data-print="card"]')?.textContent ?? '';
      document.body.dataset.papers = JSON.stringify([
        ...JSON.parse(document.body.dataset.papers ?? '[]'),
        paper,
      ]);
    };
  });
  const papers = (): Promise<string[]> =>
    page.evaluate(() => JSON.parse(document.body.dataset.papers ?? '[]'));
  await page.goto(`/micromasteries/${idOfName(HOUSE_SPACE_ID, 'close-three-loops')}/card`);
  const hides = page.getByRole('heading', { name: 'What the trick hides' });
  const print = page.getByRole('button', { name: 'Print', exact: true });
  await print.click();
  await expect(page.getByRole('dialog', { name: 'Print it with the trick?' })).toBeVisible();
  await expect(hides).toHaveCount(0);
  expect(await papers()).toEqual([]);

  await page.getByRole('button', { name: 'Print without it' }).click();
  await expect.poll(papers).toHaveLength(1);
  expect((await papers())[0]).toContain('one try before the trick is read');
  expect((await papers())[0]).not.toMatch(/What the trick hides|Draw one line over time|loops that grow/);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await print.click();
  await page.getByRole('button', { name: 'Show it and print' }).click();
  await expect.poll(papers).toHaveLength(2);
  expect((await papers())[1]).toMatch(/Draw one line over time.*loops that grow/s);
  await expect(hides).toBeVisible();

  await print.click();
  await expect.poll(papers).toHaveLength(3);
});
