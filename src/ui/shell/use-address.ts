import { useParams, useSearch } from 'wouter';

/** The id in a screen's address, such as that of `/practices/:id`. */
export function usePageId(): string {
  return useParams<{ id?: string }>().id ?? '';
}

/** `floor` of `?floor=1`, as text; null where it is not there. */
export function useAddressWord(name: string): string | null {
  return new URLSearchParams(useSearch()).get(name);
}
