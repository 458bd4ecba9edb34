import { useSyncExternalStore } from 'react';

const KEY = 'bottega.one-letter-keys';
const listeners = new Set<() => void>();

/** On, unless switched off on this device: speech input and a slipped finger press letters that nobody meant (WCAG 2.1.4). */
export function areOneLetterKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Kept on this device only. */
export function switchOneLetterKeys(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Storage is forbidden: they stay on, and the switch shows it.
  }
  for (const tell of listeners) tell();
}

export function useOneLetterKeys(): boolean {
  return useSyncExternalStore(subscribe, areOneLetterKeysOn);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
