import type { PracticePage } from '../../src/features/practice/contract.ts';
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
  for (const { id } of micromasteries) {
    await page.goto(`/micromasteries/${id}/card`);
    await page.getByRole('button', { name: 'Print' }).waitFor();
    const shown = page.getByRole('button', { name: 'Show it' });
    if (await shown.isVisible()) await shown.click();
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g), id).toHaveLength(1);
  }
});
