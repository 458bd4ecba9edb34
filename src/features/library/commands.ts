import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { type Finding, reviewDesign } from '../../engine/design-review/design-review.ts';
import { jsonLine, oneLine, print } from '../../platform/command-line/print.ts';
import { mediaFaults } from './media-jobs.ts';
import {
  FILE_TOO_LARGE,
  type FileFault,
  MOST_FILE_BYTES,
  readMicromasteryFile,
} from './micromastery-file.ts';

/** What a command touches outside itself. */
export type CommandEdge = {
  readonly input: AsyncIterable<Uint8Array>;
  readonly write: (text: string) => void;
  readonly setExitCode: (code: number) => void;
};

const PROCESS_EDGE: CommandEdge = {
  input: process.stdin,
  write: (text) => {
    print(...text.trimEnd().split('\n'));
  },
  setExitCode: (code) => {
    process.exitCode = code;
  },
};

type Checked =
  | {
      readonly file: string;
      readonly kind: 'design';
      readonly slug: string;
      readonly findings: readonly Finding[];
    }
  | { readonly file: string; readonly kind: 'faults'; readonly faults: readonly FileFault[] };

const UNREADABLE = 1;

/**
 * `bottega library check FILE... [--json]`: the design review as a linter. Exit code 0 also where there is advice,
 * 1 where a file is no micromastery or names a picture or recording that is not beside it (2 for a wrong call, as
 * everywhere). `-` reads standard input.
 */
export function registerLibraryCommands(program: Command, edge: CommandEdge = PROCESS_EDGE): void {
  const library = program.command('library').description('look after micromasteries that are kept as files');
  library
    .command('check')
    .description('say what could be stronger in a micromastery, why, and how')
    .argument('<file...>', 'Markdown files with YAML front matter; - reads standard input')
    .option('--json', 'print one array for programs')
    .action(async (files: readonly string[], options: { readonly json?: true }) => {
      const checked: Checked[] = [];
      for (const file of files) {
        const result = await checkFile(file, edge.input);
        checked.push(result);
        if (options.json === undefined) edge.write(inWords(result));
      }
      if (options.json === true) edge.write(`${jsonLine(checked)}\n`);
      if (checked.some((result) => result.kind === 'faults')) edge.setExitCode(UNREADABLE);
    });
}

async function checkFile(file: string, input: AsyncIterable<Uint8Array>): Promise<Checked> {
  const text = await readText(file, input);
  if (typeof text !== 'string') return { file, kind: 'faults', faults: [text] };
  const reading = readMicromasteryFile(text, file === '-' ? '' : file);
  if (reading.kind === 'faults') return { file, kind: 'faults', faults: reading.faults };
  // What comes over a pipe lies beside nothing.
  const faults = file === '-' ? [] : await mediaFaults(reading.design, dirname(file), text);
  if (faults.length > 0) return { file, kind: 'faults', faults };
  return { file, kind: 'design', slug: reading.design.slug, findings: reviewDesign(reading.design) };
}

/** One byte more than a library file may have is enough to see that it is too large. */
const MOST_BYTES = MOST_FILE_BYTES + 1;

async function readText(file: string, input: AsyncIterable<Uint8Array>): Promise<string | FileFault> {
  const fault = (message: string): FileFault => ({ line: 1, pointer: '', message });
  try {
    const bytes = file === '-' ? await readInput(input) : await readBeginning(file);
    return bytes.length === MOST_BYTES
      ? FILE_TOO_LARGE
      : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return fault('The file is not text in UTF-8: save it again as UTF-8.');
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return fault('There is no such file: check the name.');
    if (code === 'EISDIR') return fault('This is a folder: name the files in it, such as “library/*.md”.');
    if (code === 'EACCES' || code === 'EPERM')
      return fault('This file may not be read: change its permissions.');
    throw error;
  }
}

async function readBeginning(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = new Uint8Array(MOST_BYTES);
    let filled = 0;
    while (filled < MOST_BYTES) {
      const { bytesRead } = await handle.read(buffer, filled, MOST_BYTES - filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await handle.close();
  }
}

async function readInput(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MOST_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES);
}

const ELEMENT_NAMES: Readonly<Record<Finding['element'], string>> = {
  title: 'title',
  summary: 'summary',
  needs: 'needs',
  entryTrick: 'entry trick',
  rubPat: 'rub-pat barrier',
  support: 'background support',
  payoff: 'payoff',
  repeat: 'repeatability',
  twists: 'twists',
  experiments: 'experimental possibilities',
  safety: 'safety',
};

function inWords(checked: Checked): string {
  const name = checked.file === '-' ? 'standard input' : checked.file;
  if (checked.kind === 'faults') {
    const faults = checked.faults.map(({ line, message }) => wrap(`${name}:${line}: ${message}`, '', '  '));
    return `${faults.join('\n')}\n`;
  }
  const count = checked.findings.length;
  const head = count === 0 ? 'nothing to add' : `${count} ${count === 1 ? 'suggestion' : 'suggestions'}`;
  const advice = checked.findings.flatMap(({ element, severity, why, betterExample }) => [
    wrap(`${ELEMENT_NAMES[element]} (${severity})`, '  ', '  '),
    wrap(`why: ${why}`, '    ', '         '),
    wrap(`better: ${betterExample}`, '    ', '            '),
  ]);
  return `${[wrap(`${name}: ${head}`, '', '  '), ...advice].join('\n')}\n`;
}

const COLUMNS = 80;

/** A file can hold anything, so nothing that steers a terminal gets through. */
function wrap(text: string, indent: string, hanging: string): string {
  const lines: string[] = [];
  let current = indent;
  for (const word of oneLine(text).split(/\s+/)) {
    const isEmpty = current.trim() === '';
    if (!isEmpty && current.length + 1 + word.length > COLUMNS) {
      lines.push(current);
      current = hanging + word;
    } else {
      current += isEmpty ? word : ` ${word}`;
    }
  }
  return [...lines, current].join('\n');
}
