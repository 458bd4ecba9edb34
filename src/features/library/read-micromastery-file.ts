import { MicromasteryDesign } from './contract.ts';
import { draftDesign } from './design-draft-file.ts';
import { wordFault } from './fault-wording.ts';
import { escapePointer, readFrontMatter } from './front-matter-file.ts';
import { readBody } from './markdown-body-file.ts';

/** `line` counts from 1; `pointer` is the JSON pointer of the value in the design, '' where there is none. */
export type FileFault = { readonly line: number; readonly pointer: string; readonly message: string };

export type FileReading =
  | { readonly kind: 'design'; readonly design: MicromasteryDesign }
  | { readonly kind: 'faults'; readonly faults: readonly FileFault[] };

/** About ten times the longest file of the starter library. */
export const MOST_FILE_BYTES = 64 * 1024;
export const FILE_TOO_LARGE: FileFault = {
  line: 1,
  pointer: '',
  message: 'The file is larger than 64 kB. A micromastery is a page or two: shorten it.',
};
/** A file with many slips is told the first ones; the rest are mostly echoes of these. */
const MOST_FAULTS = 20;

/**
 * One library file: YAML between two lines `---`, then Markdown. Never throws; what cannot be read comes back as
 * faults in the order of the file, each with what to write instead. `name` is the file's name: a slug that differs
 * from it is a fault. An empty `name` (standard input) is not compared.
 */
export function readMicromasteryFile(text: string, name: string): FileReading {
  const parts = splitFile(text);
  if ('message' in parts) return { kind: 'faults', faults: [parts] };
  const front = readFrontMatter(parts.front, 2);
  const { body, faults: bodyFaults } = readBody(parts.body, parts.bodyLine);
  const faults: FileFault[] = [...front.faults, ...bodyFaults];
  const lines = new Map(front.lines);
  // Without front matter every field would be "missing": the first fault is the one to mend.
  if (front.faults.length > 0) return { kind: 'faults', faults: inOrder(faults) };

  const draft = draftDesign(front.values, body, lines, faults);
  const parsed = MicromasteryDesign.safeParse(draft);
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.map(String);
    const pointer = path.map((step) => `/${escapePointer(step)}`).join('');
    // A field that was already told of would be told twice.
    if (faults.some((told) => told.pointer !== '' && `${pointer}/`.startsWith(`${told.pointer}/`))) continue;
    faults.push({ line: lineOf(pointer, lines), pointer, message: wordFault(issue, draft) });
  }
  const fileSlug = slugOf(name);
  if (parsed.success && fileSlug !== '' && fileSlug !== parsed.data.slug) {
    const message = `The slug is “${parsed.data.slug}” but the file is called “${fileSlug}.md”: make them the same.`;
    faults.push({ line: lineOf('/slug', lines), pointer: '/slug', message });
  }
  if (faults.length > 0 || !parsed.success) return { kind: 'faults', faults: inOrder(faults) };
  return { kind: 'design', design: parsed.data };
}

type FileParts = { front: string; body: string[]; bodyLine: number };

function splitFile(text: string): FileParts | FileFault {
  const fault = (line: number, message: string): FileFault => ({ line, pointer: '', message });
  if (text.length > MOST_FILE_BYTES || new TextEncoder().encode(text).length > MOST_FILE_BYTES) {
    return FILE_TOO_LARGE;
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (lines[0]?.trimEnd() !== '---') {
    return fault(
      1,
      'The file has to begin with a line “---”, then lines such as “title: Thirty catches”, then “---” again.',
    );
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end === -1)
    return fault(lines.length, 'A second line “---” has to close the fields before the text begins.');
  return { front: lines.slice(1, end).join('\n'), body: lines.slice(end + 1), bodyLine: end + 2 };
}

const slugOf = (name: string) => (name.split(/[/\\]/).at(-1) ?? '').replace(/\.md$/i, '');

const inOrder = (faults: readonly FileFault[]) =>
  [...faults].sort((one, other) => one.line - other.line).slice(0, MOST_FAULTS);

/** The line of a value, or of the nearest thing around it that stands in the file. */
function lineOf(pointer: string, lines: ReadonlyMap<string, number>): number {
  let around = pointer;
  for (;;) {
    const line = lines.get(around);
    if (line !== undefined && (around !== '' || pointer === '')) return line;
    if (around === '') return 1;
    around = around.slice(0, around.lastIndexOf('/'));
  }
}
