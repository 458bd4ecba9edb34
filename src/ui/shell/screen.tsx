import { type ComponentType, lazy, useState } from 'react';

export type Screen = {
  /** Pattern of its addresses, such as `/practices/:id`. */
  readonly path: string;
  /** Fetches what it is drawn with, so that going there shows it at once. */
  readonly prepare: () => Promise<unknown>;
  readonly component: () => ComponentType;
};

/** A screen that is fetched when it is first opened. */
export function lazyScreen(path: string, load: () => Promise<{ default: ComponentType }>): Screen {
  let fetched: ComponentType | undefined;
  const prepare = async () => {
    const module = await load();
    fetched = module.default;
    return module;
  };
  const fetching = lazy(prepare);
  // As it is once it is there: a lazy component shows its placeholder for a moment even then.
  return { path, prepare, component: () => fetched ?? fetching };
}

/** Stays with the component that it began with, or what a person typed would go when the lazy one has arrived. */
export function ShownScreen({ screen }: { readonly screen: Screen }) {
  const [Shown] = useState(screen.component);
  return <Shown />;
}
