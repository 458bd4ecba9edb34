import type { Command } from 'commander';
import { registerForecastCommand } from './forecast-commands.ts';
import { registerPriorCommand } from './prior-commands.ts';
import { registerTrialCommand } from './trial-commands.ts';

/** The engine for anyone with a CSV file. None of it speaks with a server. */
export function registerAnalysisCommands(program: Command): void {
  registerPriorCommand(program);
  registerForecastCommand(program);
  registerTrialCommand(program);
}
