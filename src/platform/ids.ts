import { v5, v7 } from 'uuid';

/** A new id in the order of time (RFC 9562, version 7), so that rows made together lie together. */
export function newId(): string {
  return v7();
}

/** The same id for the same name, on every server and every time: what makes a re-import add nothing twice. */
export function idOfName(namespace: string, name: string): string {
  return v5(name, namespace);
}

/** Owns the starter library; migration 0001 makes it with this id on every server. */
export const HOUSE_SPACE_ID = '00000000-0000-7000-8000-000000000001';
