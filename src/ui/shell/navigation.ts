/**
 * Where the keyboard was when the person left the last screen: the next screen's heading takes it over from there, unless
 * they have moved on meanwhile.
 */
let leftFrom: Element | null | undefined;

export function noteLeaving(): void {
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
