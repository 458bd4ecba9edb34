/** Names, in a request, the person for whom it is meant: home answers nobody else's sign-in. */
export const SPACE_HEADER = 'bottega-space';
