import type { Config } from '../config.ts';
import { examineDataFolder } from './doctor/examine-data-folder.ts';
import { examineDatabase } from './doctor/examine-database.ts';
import { examineInstallation } from './doctor/examine-installation.ts';
import { examinePort } from './doctor/examine-port.ts';
import type { Finding } from './doctor/finding.ts';

/** Looks at everything that Bottega needs, one finding each. Starts nothing and changes nothing. */
export async function examine(config: Config, version: string): Promise<Finding[]> {
  return [
    ...(await examineInstallation()),
    ...(await examineDataFolder(config.dataFolder)),
    ...(await examineDatabase(config)),
    await examinePort(config, version),
  ];
}

export function isWell(findings: readonly Finding[]): boolean {
  return findings.every(({ state }) => state !== 'wrong');
}
