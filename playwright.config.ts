import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './tests/journeys/support/find-browser.ts';
import { BOTH_SIZES } from './tests/journeys/support/journey.ts';

const executablePath = await findBrowser();
const channelFlags = { executablePath, args: [...browserFlags()] };

/**
 * Journeys through the built app: on a phone, and where a desktop draws it in another way, there too. Each worker has a
 * server of its own.
 */
export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'test-results',
  globalSetup: './tests/journeys/support/prepare.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  // A browser beside other work may lose a race that no person would; once more tells that from a fault.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    launchOptions: channelFlags,
    locale: 'en-GB',
    timezoneId: 'Europe/Rome',
    // Writing down every page as it is drawn costs time: where a second try follows, it is written then.
    trace: process.env.CI === undefined ? 'retain-on-failure' : 'on-first-retry',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'phone',
      testIgnore: '**/*.desktop.spec.ts',
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
    },
    {
      name: 'desktop',
      grep: [new RegExp(BOTH_SIZES.tag), /\.desktop\.spec\.ts/],
      use: { viewport: { width: 1280, height: 800 } },
    },
  ],
});
