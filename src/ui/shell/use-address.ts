import { useLocation, useParams, useRouter } from '@tanstack/react-router';

/** The id in a screen's address, such as that of `/practices/$id`. */
export function usePageId(): string {
  return useParams({ strict: false, select: (params: { id?: string }) => params.id ?? '' });
}

/** `floor` of `?floor=1`, as text; null where it is not there. */
export function useAddressWord(name: string): string | null {
  return useLocation({ select: ({ searchStr }) => new URLSearchParams(searchStr).get(name) });
}

/** Goes to another screen after something was done; a link is better where nothing is. */
export function useGoTo(): (href: string) => void {
  const router = useRouter();
  return (href) => router.history.push(href);
}
