import type { MediaType } from './contract.ts';

/** Of the beginning of a file. What we take says in its first bytes what it is. */
export const HEAD_BYTES = 64 * 1024;

/**
 * What the first bytes may be announced as. WebM and MP4 hold sound and pictures in the same way, and which of them is
 * told only by tracks deep in the file; to read those, of a file that anybody may have made, is more danger than the
 * answer is worth, since a browser plays either from either element and runs neither. So each is taken as both.
 */
const ANNOUNCED_AS: Readonly<Record<string, readonly MediaType[]>> = {
  'image/jpeg': ['image/jpeg'],
  'image/png': ['image/png'],
  'image/apng': ['image/png'],
  'image/webp': ['image/webp'],
  'video/webm': ['audio/webm', 'video/webm'],
  'video/mp4': ['audio/mp4', 'video/mp4'],
  'video/x-m4v': ['audio/mp4', 'video/mp4'],
  'audio/mp4': ['audio/mp4', 'video/mp4'],
  'audio/x-m4a': ['audio/mp4', 'video/mp4'],
  'audio/ogg': ['audio/ogg'],
  'application/ogg': ['audio/ogg'],
  'audio/mpeg': ['audio/mpeg'],
  'audio/wav': ['audio/wav'],
  'application/pdf': ['application/pdf'],
};

/** Text that a browser would read as a page, if it were ever served as one. */
const MARKUP = /^\uFEFF?\s*<(!doctype|!--|\?xml|html|head|body|svg|script|iframe)/i;

/**
 * Null where bytes that begin so may be kept as `announced`; otherwise a sentence that says what is wrong. `isText`: all
 * of it is UTF-8 without control characters.
 */
export async function typeFault(
  head: Uint8Array,
  isText: boolean,
  announced: MediaType,
): Promise<string | null> {
  if (announced === 'text/plain') return textFault(head, isText);
  const found = await sniff(head);
  if (found !== undefined && ANNOUNCED_AS[found]?.includes(announced) === true) return null;
  return `It was announced as ${announced}, and its content is ${found === undefined ? 'nothing of that kind' : found}.`;
}

/** What bytes that nobody announced may be kept as; undefined where they are nothing that is kept. */
export async function typeOf(head: Uint8Array, isText: boolean): Promise<MediaType | undefined> {
  const found = await sniff(head);
  if (found !== undefined) return ANNOUNCED_AS[found]?.at(-1);
  return textFault(head, isText) === null ? 'text/plain' : undefined;
}

function textFault(head: Uint8Array, isText: boolean): string | null {
  if (!isText) return 'It was announced as text, and it is not plain text in UTF-8.';
  if (MARKUP.test(new TextDecoder().decode(head)))
    return 'It is a page or a drawing in markup, and not plain text.';
  return null;
}

async function sniff(head: Uint8Array): Promise<string | undefined> {
  // Fetched with the first file that comes: most of what a server does needs none of it.
  const { fileTypeFromBuffer } = await import('file-type');
  // Of a beginning that was cut off it may throw as well.
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  return found?.mime.split(';')[0];
}
