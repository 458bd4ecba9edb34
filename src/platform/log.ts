import { jsonLine, printAside } from './command-line/print.ts';

/** One JSON line an event on standard error: standard output belongs to what a command answers. */
export type Log = (event: string, facts?: Readonly<Record<string, unknown>>) => void;

export const stderrLog: Log = (event, facts) => {
  printAside(jsonLine({ at: new Date().toISOString(), event, ...facts }));
};

export const silentLog: Log = () => {};
