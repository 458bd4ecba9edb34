/** Channel on which a tab says that it has signed this browser out. */
export const SIGNED_OUT = 'bottega-signed-out';
