import { v7 } from 'uuid';

/** Ids are made here, so that what is recorded without a network has its name at once. In the order of time. */
export function newId(): string {
  return v7();
}

const DEVICE_KEY = 'bottega.device';

/** Names this browser among the devices of one person; a new one where it may not be kept. */
export function deviceId(): string {
  try {
    const kept = localStorage.getItem(DEVICE_KEY);
    if (kept !== null) return kept;
    const made = newId();
    localStorage.setItem(DEVICE_KEY, made);
    return made;
  } catch {
    return unkeptId;
  }
}
const unkeptId = newId();

/** The calendar day where the person is, YYYY-MM-DD. */
export function localDay(at: Date): string {
  const pair = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${pair(at.getMonth() + 1)}-${pair(at.getDate())}`;
}
