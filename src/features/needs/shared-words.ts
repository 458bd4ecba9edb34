import { fitting, NEED_LETTERS } from './caught-contract.ts';

/** What another app of a phone passes on, each part as it came or empty. */
export type Shared = { readonly title: string; readonly text: string; readonly url: string };

export type ReadShare = {
  /** For the need: what was said, or else the title of where it was said. */
  readonly text: string;
  /** For where it comes up: the title, where the text stands for itself, and the address. */
  readonly context: string;
  /** What could not be taken whole, each as a sentence. */
  readonly left: readonly string[];
};

const ADDRESS = /\bhttps?:\/\/\S+/i;
/** Belongs to the sentence that the address stands in. */
const STOPS = /[.,;:!?)\]”"'»]+$/;
/** A bracket that the address stood in. */
const OPENED = /\s*[([«]$/;
/** Enough of a title to know the page again. */
const TITLE_LETTERS = 120;

/** A need, from what was shared. Many apps have no place for an address and put it behind the text. */
export function readShare(shared: Shared): ReadShare {
  const [text, address] = partAddress(shared);
  const title = shared.title.trim();
  const need = text === '' ? title : text;
  const told = title === '' || need.includes(title) ? '' : shortTitle(title);
  const [taken, addressLeft] = shortenAddress(address, told);
  return {
    text: fitting(need),
    context: fitting([told, taken].filter((part) => part !== '').join(' ')),
    left: [textLeft(need), addressLeft].filter((sentence) => sentence !== null),
  };
}

function partAddress({ text, url }: Shared): readonly [text: string, address: string] {
  const written = ADDRESS.exec(text)?.[0];
  const found = written?.replace(STOPS, '');
  const isOther = url.trim() !== '' && url.trim() !== found;
  if (written === undefined || found === undefined || isOther) return [text.trim(), url.trim()];
  const rest = text.replace(written, ' ').replace(/[^\S\n]+/g, ' ');
  return [rest.trim().replace(OPENED, ''), found];
}

function shortTitle(title: string): string {
  if (title.length <= TITLE_LETTERS) return title;
  // Never half a character.
  return `${title.slice(0, TITLE_LETTERS).replace(/[\uD800-\uDBFF]$/, '')} …`;
}

function textLeft(text: string): string | null {
  if (text.trim().length <= NEED_LETTERS) return null;
  return `What came has ${text.trim().length.toLocaleString('en')} characters. The first ${NEED_LETTERS} are here: keep what matters.`;
}

/** Half an address leads nowhere: it is taken whole, or without its details, or not at all. */
function shortenAddress(address: string, before: string): readonly [address: string, left: string | null] {
  const room = NEED_LETTERS - (before === '' ? 0 : before.length + 1);
  if (address.length <= room) return [address, null];
  const plain = address.split(/[?#]/)[0] ?? '';
  if (plain.length <= room)
    return [plain, 'The address was too long, so what came behind its “?” is left out.'];
  return ['', 'The address was too long and is left out.'];
}
