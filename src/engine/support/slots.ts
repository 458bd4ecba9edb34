/** What background support is made of; none of them has to be there. */
export const SLOTS = ['kit', 'tools', 'people', 'place', 'time', 'mindset'] as const;
export type Slot = (typeof SLOTS)[number];

export const SLOT_NAMES: Readonly<Record<Slot, string>> = {
  kit: 'Kit',
  tools: 'Tools',
  people: 'People',
  place: 'Place',
  time: 'Time',
  mindset: 'Open mind',
};
