/** Where time enters: everything below the edge receives it as a value. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
