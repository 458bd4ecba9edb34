import type { Command } from 'commander';
import { registerForecastCommand } from './forecast-commands.ts';
import { registerImpactCommand } from './impact-commands.ts';
import { registerJudgeCommand } from './judge-commands.ts';
import { registerPlateauCommand } from './plateau-commands.ts';
import { registerPriorCommand } from './prior-commands.ts';
import { registerRetentionCommand } from './retention-commands.ts';
import { registerTrialCommand } from './trial-commands.ts';

/** The engine for anyone with a CSV file. None of it speaks with a server. */
export function registerAnalysisCommands(program: Command): void {
  registerPriorCommand(program);
  registerForecastCommand(program);
  registerTrialCommand(program);
  registerPlateauCommand(program);
  registerRetentionCommand(program);
  registerJudgeCommand(program);
  registerImpactCommand(program);
}
