import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';

/**
 * Everything that a command prints goes through here: it may quote a file or a server of somebody else, and a terminal
 * carries out what it reads. A line break in such a text must not pass for a line of ours either.
 */

/** Steers a terminal, or turns round the order in which the rest is read. */
const STEERING = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

export function oneLine(text: string): string {
  return stripVTControlCharacters(text.replace(/(?:\r?\n|[\t\u2028\u2029])+/g, ' ')).replace(STEERING, '');
}

/** JSON on one line, in which a program finds every character again and a terminal none that steers it. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What a command answers, on standard output: each text is one line. */
export function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.map(oneLine).join('\n')}\n`);
}

const CHUNK_CHARACTERS = 64 * 1024;

/** A long answer, no faster than whoever reads it. */
export async function printAll(lines: Iterable<string>): Promise<void> {
  let chunk = '';
  const flush = async () => {
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
    chunk = '';
  };
  for (const line of lines) {
    chunk += `${oneLine(line)}\n`;
    if (chunk.length > CHUNK_CHARACTERS) await flush();
  }
  if (chunk !== '') await flush();
}

/** What is said beside the answer, on standard error. */
export function printAside(...lines: readonly string[]): void {
  process.stderr.write(`${lines.map(oneLine).join('\n')}\n`);
}

/** A line that the next one replaces, for a person who watches; without a text it is wiped away. */
export function printProgress(text?: string): void {
  process.stderr.write(text === undefined ? '\r\u001b[K' : `\r${oneLine(text)}`);
}
