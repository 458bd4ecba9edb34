/** What a session was: a run of the whole, work on one part of it, or a showing to others. Never drawn together. */
export const WORKS = ['whole', 'part', 'showing'] as const;
export type Work = (typeof WORKS)[number];
