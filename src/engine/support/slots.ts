/** What background support is made of; none of them has to be there. */
export const SLOTS = ['kit', 'tools', 'people', 'place', 'time', 'mindset'] as const;
export type Slot = (typeof SLOTS)[number];
