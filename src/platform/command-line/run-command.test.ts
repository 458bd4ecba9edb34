import { expect, it, onTestFinished, vi } from 'vitest';
import { CommandFault, runCommand } from './run-command.ts';

it('what a file says of itself is told without what a terminal would carry out', async () => {
  const said: string[] = [];
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  onTestFinished(() => {
    write.mockRestore();
    process.exitCode = undefined;
  });
  await runCommand(async () => {
    throw new CommandFault(
      'Made by a newer Bottega (\u001b]0;owned\u0007\u001b[2J9.9\u009b31m\b\r).\nSecond line.',
      1,
    );
  });
  expect(said.join('')).toBe('Made by a newer Bottega (9.9).\nSecond line.\n');
});
