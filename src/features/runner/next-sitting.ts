const SITTING = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,3})(f?)$/;

/** What a plan has after this sitting, as its address carries it: `then=ID.10,ID.2f`. Null where nothing comes after it. */
export function nextSitting(
  then: string | null,
): { readonly practiceId: string; readonly address: string } | null {
  const [first = '', ...rest] = (then ?? '').split(',');
  const found = SITTING.exec(first);
  if (found === null) return null;
  const [, practiceId = '', minutes = '', floor] = found;
  const words = new URLSearchParams({ minutes });
  if (floor === 'f') words.set('floor', '1');
  if (rest.length > 0) words.set('then', rest.join(','));
  return { practiceId, address: `/practices/${practiceId}/run?${words}` };
}
