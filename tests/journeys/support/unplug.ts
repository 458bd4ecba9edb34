import type { Page } from '@playwright/test';

/** Takes the network away once the device keeps what it needs to go on without: before, a dialog not yet opened is not there. */
export async function unplug(page: Page): Promise<void> {
  await page.locator('html[data-offline-ready]').waitFor({ state: 'attached' });
  await page.context().setOffline(true);
}
