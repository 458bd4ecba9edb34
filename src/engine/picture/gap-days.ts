/** Longer without an attempt leaves blank paper on the chart. */
export const GAP_DAYS = 14;
