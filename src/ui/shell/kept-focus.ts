/*
 * A control that the keyboard presses may go with what it did: the row that it took back, the button that it turned into
 * words. The browser then begins again at the head of the page; here the keyboard goes on at what stood nearest. Where
 * the screen takes keys itself (`data-keys`) it goes on at the heading: on a button, Space would press that.
 */

const CONTROLS = 'a[href], button, input, select, textarea, summary';
const PRESSES = new Set(['Enter', ' ', 'Backspace', 'Escape']);
/** What was pressed is gone by then, and whatever wanted the keyboard has taken it. */
const PATIENCE_MILLISECONDS = 150;

type Place = {
  readonly control: Element;
  /** From the nearest outwards. */
  readonly around: readonly Element[];
  /** Every control of the page in order, with the one that was pressed among them. */
  readonly order: readonly Element[];
};

/** For as long as the page is open. */
export function keepFocus(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pressed = ({ key, target }: KeyboardEvent) => {
    clearTimeout(timer);
    if (!PRESSES.has(key) || !(target instanceof Element) || !target.matches(CONTROLS)) return;
    const place = placeOf(target);
    timer = setTimeout(() => goOnFrom(place), PATIENCE_MILLISECONDS);
  };
  window.addEventListener('keydown', pressed, { capture: true });
}

function placeOf(control: Element): Place {
  const around: Element[] = [];
  for (let one = control.parentElement; one !== null && one !== document.body; one = one.parentElement)
    around.push(one);
  return { control, around, order: [...document.querySelectorAll(CONTROLS)] };
}

function goOnFrom({ control, around, order }: Place): void {
  if (document.activeElement !== document.body || isThere(control)) return;
  const stage = around.find((one) => one.isConnected) ?? document.body;
  const at = order.indexOf(control);
  const nearest = [...order.slice(0, at).reverse(), ...order.slice(at + 1)];
  const next =
    document.querySelector('main[data-keys] [data-screen-heading]') ??
    [...stage.querySelectorAll('[data-hot]')].find(isThere) ??
    nearest.find((one) => stage.contains(one) && isThere(one)) ??
    [...stage.querySelectorAll(CONTROLS)].find(isThere) ??
    document.querySelector('main [data-screen-heading]');
  if (next instanceof HTMLElement) next.focus();
}

function isThere(element: Element): boolean {
  return element.isConnected && element.checkVisibility() && !element.matches(':disabled');
}
