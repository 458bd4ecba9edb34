import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { vi } from 'vitest';
import { registerAnalysisCommands } from '../../src/features/analysis/commands.ts';

/** A command of the engine on a file of these lines, in this process: what it printed, result by result, and how it ended. */
export async function runAnalysis(command: string, lines: readonly string[], ...args: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'bottega-analysis-'));
  const file = join(folder, 'given.csv');
  await writeFile(file, `${lines.join('\n')}\n`);
  let [out, err] = ['', ''];
  const outSpy = vi.spyOn(process.stdout, 'write').mockImplementation((part) => {
    out += String(part);
    return true;
  });
  const errSpy = vi.spyOn(process.stderr, 'write').mockImplementation((part) => {
    err += String(part);
    return true;
  });
  try {
    const program = new Command();
    registerAnalysisCommands(program);
    await program.parseAsync([command, file, ...args], { from: 'user' });
    const exitCode = process.exitCode ?? 0;
    const printed = out.split('\n').filter((line) => line !== '');
    return { results: printed.map((line) => JSON.parse(line)), err, exitCode };
  } finally {
    process.exitCode = 0;
    outSpy.mockRestore();
    errSpy.mockRestore();
    await rm(folder, { recursive: true });
  }
}
