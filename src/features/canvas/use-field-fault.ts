import { createContext, useContext } from 'react';

/** What saving stumbled over, by the path of the field; nothing before somebody has tried to save. */
export const FieldFaults = createContext<ReadonlyMap<string, string>>(new Map());

/** What to do about what stands in these fields of the design; the first that is known. */
export function useFieldFault(...paths: readonly string[]): string | null {
  const faults = useContext(FieldFaults);
  return paths.map((path) => faults.get(path)).find((fault) => fault !== undefined) ?? null;
}
