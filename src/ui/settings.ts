import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SettingName, Settings } from '../platform/people/settings-contract.ts';
import { meQuery } from './api/queries.ts';
import { newId } from './offline/device.ts';
import { factOf } from './offline/fact.ts';
import type { PendingWrite } from './offline/pending-write.ts';
import { leaveToQueue, record } from './offline/record.ts';
import { usePending } from './offline/use-pending.ts';

/** What holds where nothing was set. Here once more, since the contract would bring its schemas along. */
export const UNSET: Settings = {
  focusLimit: 1,
  keepAliveLimit: 2,
  reserveDaysAWeek: 2,
  usualMinutes: 12,
  weeklyMinutes: null,
  mixes: true,
  plays: true,
  twistEvery: 3,
  ghost: 'off',
  quietHours: null,
  asksForAim: true,
  asksHowSure: 'never',
  asksHowItWas: false,
  asksForSupport: true,
  saysWhatIsNext: true,
  answerFormat: 'text',
  speaksScores: false,
};

/** What home said of them, with what it has not heard yet laid over it. Undefined: home said nothing. */
export function overlaySettings(
  settings: Partial<Settings> | undefined,
  pending: readonly Pick<PendingWrite, 'path' | 'body'>[],
): Settings {
  const set: Record<string, unknown> = {};
  for (const write of pending) {
    const fact = factOf(write);
    if (fact?.kind === 'setting') set[fact.body.name] = fact.body.value;
  }
  return { ...UNSET, ...settings, ...set };
}

/** As the person has set them, what this device has not sent yet included. */
export function useSettings(): Settings {
  const { data } = useQuery(meQuery);
  const pending = usePending();
  return useMemo(() => overlaySettings(data?.settings, pending), [data, pending]);
}

/** Sets one thing, at once and also without the network; resolves when this device keeps it, or the frame says that it cannot. */
export function setSetting<Name extends SettingName>(name: Name, value: Settings[Name]): Promise<void> {
  const body = { name, value, setAt: new Date().toISOString() };
  return record([{ path: `/api/settings/${newId()}`, body }]).catch(leaveToQueue);
}
