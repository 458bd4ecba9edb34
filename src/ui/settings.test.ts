import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type SettingBody } from '../platform/people/settings-contract.ts';
import { overlaySettings, UNSET } from './settings.ts';

const write = (body: Omit<SettingBody, 'setAt'>) => ({
  path: '/api/settings/018f2b1e-0000-7000-8000-000000000001',
  body: { ...body, setAt: '2026-03-02T08:00:00Z' },
});

describe('settings', () => {
  it('hold by default what the contract says', () => {
    expect(UNSET).toEqual(DEFAULT_SETTINGS);
  });

  it('are what home said, and over it what waits to be sent, the last of a name', () => {
    const pending = [
      write({ name: 'usualMinutes', value: 5 }),
      write({ name: 'quietHours', value: { from: '22:00', to: '06:00' } }),
      write({ name: 'usualMinutes', value: 25 }),
    ];
    expect(
      overlaySettings(
        { ...DEFAULT_SETTINGS, focusLimit: 3, usualMinutes: 40, quietHours: { from: '22:00', to: '06:00' } },
        pending,
      ),
    ).toEqual({
      ...DEFAULT_SETTINGS,
      focusLimit: 3,
      usualMinutes: 25,
      quietHours: { from: '22:00', to: '06:00' },
    });
  });

  it('are those by default where home is of before and says nothing of them', () => {
    expect(overlaySettings(undefined, [])).toEqual(DEFAULT_SETTINGS);
    expect(overlaySettings({ speaksScores: true }, [])).toEqual({ ...DEFAULT_SETTINGS, speaksScores: true });
  });
});
