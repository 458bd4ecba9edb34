import { useState } from 'react';

/** Of a long list the first few, and all of it once that is asked for. `rest`: how many are not shown. */
export function useFirstFew<Item>(all: readonly Item[], few: number) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? all : all.slice(0, few);
  return { shown, rest: all.length - shown.length, showAll: () => setWhole(true) };
}
