/** In which order the entry trick and the first try come, where the learner has a say. */
export const TRICK_ORDERS = ['as-designed', 'trick-first', 'try-first'] as const;

/** What holds where a learner wished nothing: as the design says. */
export const NO_WISH = {
  sittingsAWeek: null,
  cue: null,
  trickOrder: 'as-designed',
  wantedBy: null,
  variedShare: null,
} as const;
