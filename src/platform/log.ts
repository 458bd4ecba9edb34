/** One JSON line an event on standard error: standard output belongs to what a command answers. */
export type Log = (event: string, facts?: Readonly<Record<string, unknown>>) => void;

export const stderrLog: Log = (event, facts) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`);
};

export const silentLog: Log = () => {};
