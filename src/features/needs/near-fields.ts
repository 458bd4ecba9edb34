import type { Micromastery } from '../library/contract.ts';

const FIELDS_OFFERED = 6;

/** The fields of the library, those first that share most letters with the need; among equals the larger ones. */
export function fieldsNear(library: readonly Micromastery[], need: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const design of library) {
    const field = design.fields[0];
    if (field !== undefined) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  const typed = trigramsOf(need);
  const nearness = (field: string) => {
    const own = trigramsOf(field);
    return own.size === 0 ? 0 : [...own].filter((part) => typed.has(part)).length / own.size;
  };
  return [...counts]
    .map(([field, count]) => ({ field, count, near: nearness(field) }))
    .sort((a, b) => b.near - a.near || b.count - a.count || a.field.localeCompare(b.field))
    .slice(0, FIELDS_OFFERED)
    .map(({ field }) => field);
}

function trigramsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) =>
      Array.from({ length: Math.max(0, word.length - 2) }, (_, at) => word.slice(at, at + 3)),
    ),
  );
}
