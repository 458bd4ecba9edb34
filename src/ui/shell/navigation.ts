import { navigate } from 'wouter/use-browser-location';

/**
 * Where the keyboard was when the person left the last screen: the next screen's heading takes it over from there, unless
 * they have moved on meanwhile.
 */
let leftFrom: Element | null | undefined;

function noteLeaving(): void {
  leftFrom = document.activeElement;
}

/** The heading that has the keyboard goes, as when what was awaited takes the place of "Fetching": the next one has it. */
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

type Prepare = (path: string) => Promise<unknown>;
let prepareScreen: Prepare = async () => {};

/** By the root that knows the screens; answers how to stop. `prepare` fetches what the screen at a path is drawn with. */
export function startNavigation(prepare: Prepare): () => void {
  prepareScreen = prepare;
  // Before the screens hear of it, since the element that had the keyboard goes with its screen.
  window.addEventListener('popstate', noteLeaving, { capture: true });
  return () => window.removeEventListener('popstate', noteLeaving, { capture: true });
}

let latest = 0;

/** Stays where it is until the next screen can be drawn, so that nothing flashes; the last one asked for is shown. */
export async function goTo(href: string): Promise<void> {
  latest += 1;
  const mine = latest;
  const { pathname } = new URL(href, location.href);
  // A screen that cannot be fetched says so itself, when it is shown.
  await prepareScreen(pathname).catch(() => {});
  if (mine !== latest) return;
  const isOther = pathname !== location.pathname;
  if (isOther) noteLeaving();
  navigate(href);
  if (isOther) window.scrollTo(0, 0);
}
