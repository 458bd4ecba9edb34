import type { BrowserContext, Page } from '@playwright/test';

/** What went wrong on any screen since this was last asked, each in words as often as it did. */
export type Faults = { take(): readonly string[] };

/** Said in the console too, without its address: what was not answered is told of with it. */
const NOT_LOADED = 'Failed to load resource';

/** Listens to the console, to what nobody caught, and to every answer that was no answer. */
export function collectFaults(context: BrowserContext, page: Page): Faults {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith(NOT_LOADED))
      faults.push(`console: ${message.text()}`);
  });
  // A rejection that nobody handled comes as one of these, too.
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A screen that was left no longer waits for its answers.
    if (why !== 'net::ERR_ABORTED') faults.push(`${why}: ${request.method()} ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400)
      faults.push(`${response.status()}: ${response.request().method()} ${response.url()}`);
  });
  return { take: () => faults.splice(0) };
}
