import { navigate } from 'wouter/use-browser-location';

/**
 * Where the keyboard was when the person left the last screen: the next screen's heading takes it over from there, unless
 * they have moved on meanwhile.
 */
let leftFrom: Element | null | undefined;

function noteLeaving(): void {
  leftFrom = document.activeElement;
}

/**
 * What has the keyboard goes without a change of address, as when a look back takes the place of the runner: the next
 * heading that is drawn has it. Call it before that is shown.
 */
export function passOn(): void {
  leftFrom = null;
}

/** True once for each change of screen, and never for the first screen of a visit. */
export function mayTakeFocus(): boolean {
  const from = leftFrom;
  leftFrom = undefined;
  if (from === undefined) return false;
  const now = document.activeElement;
  return now === from || now === null || now === document.body;
}

type Seeking = Promise<typeof import('./seek-fragment.ts')>;
/** Fetched when an address first names a part of a page. */
let seeking: Seeking | null = null;

function seekPart(hash: string): void {
  if (hash === '' && seeking === null) return;
  seeking ??= import('./seek-fragment.ts');
  seeking.then(
    ({ seekFragment }) => seekFragment(hash),
    () => {
      seeking = null;
    },
  );
}

type Prepare = (path: string) => Promise<unknown>;
let prepareScreen: Prepare = async () => {};
const hasWindow = typeof window !== 'undefined';
/** Of the screen that is shown; within it, back and forward lead from part to part. */
let shownPath = hasWindow ? location.pathname : '';

function noteGoingBack(): void {
  // Back and forward have their places of their own, which the browser remembers.
  seekPart('');
  if (location.pathname !== shownPath) noteLeaving();
  shownPath = location.pathname;
}
// Here, before any screen listens: whoever listened first hears of it first, and the element that had the keyboard goes
// with its screen.
if (hasWindow) window.addEventListener('popstate', noteGoingBack);

/** By the root that knows the screens; answers how to stop. `prepare` fetches what the screen at a path is drawn with. */
export function startNavigation(prepare: Prepare): () => void {
  prepareScreen = prepare;
  if (!isComingBack()) seekPart(location.hash);
  return () => {
    prepareScreen = async () => {};
  };
}

/** From another page altogether, by back or forward. */
function isComingBack(): boolean {
  return performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward');
}

let latest = 0;

/**
 * Stays where it is until the next screen can be drawn, so that nothing flashes; the last one asked for is shown.
 * `instead`: back does not lead to this screen again.
 */
export async function goTo(href: string, { instead = false } = {}): Promise<void> {
  latest += 1;
  const mine = latest;
  const { pathname, hash, href: address } = new URL(href, location.href);
  // A screen that cannot be fetched says so itself, when it is shown.
  await prepareScreen(pathname).catch(() => {});
  if (mine !== latest) return;
  const isOther = pathname !== location.pathname;
  if (isOther) noteLeaving();
  shownPath = pathname;
  // To where one is already: as with any link, no second entry to go back through.
  navigate(href, { replace: instead || address === location.href });
  if (isOther) window.scrollTo(0, 0);
  seekPart(hash);
}
