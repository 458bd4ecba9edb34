import type { Page } from '@playwright/test';

/** Opens sections of a practice's page that lie folded, as they do on a phone; what is open stays so. */
export async function unfold(page: Page, ...titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    const region = page.getByRole('region', { name: title, exact: true });
    const summary = region.locator('summary').first();
    await summary.waitFor();
    if (!(await summary.evaluate(({ parentElement }) => parentElement?.hasAttribute('open'))))
      await summary.click();
  }
}
