import type { DifficultyBody, TwistCardBody } from '../../features/twists/contract.ts';
import { newId } from '../offline/device.ts';
import { leaveToQueue, record } from '../offline/record.ts';

const now = () => new Date().toISOString();

/** Adds a card, or puts one aside and takes it back in; at once, and also without the network. */
export function setCard(body: Omit<TwistCardBody, 'setAt'>): Promise<void> {
  const path = `/api/twist-cards/${newId()}`;
  return record([{ path, body: { ...body, setAt: now() } }]).catch(leaveToQueue);
}

export function setDifficulty(body: Omit<DifficultyBody, 'setAt'>): Promise<void> {
  const path = `/api/difficulties/${newId()}`;
  return record([{ path, body: { ...body, setAt: now() } }]).catch(leaveToQueue);
}
