import type { Settings } from '../../../platform/people/settings-contract.ts';
import { Segmented } from '../../parts/Segmented.tsx';
import { setSetting } from '../../settings.ts';
import styles from './MeSettings.module.css';
import { NumberSetting } from './NumberSetting.tsx';

/** To begin with, for whoever turns it on. */
const USUAL_MINUTES = 60;

const SEGMENTS = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const;

export function WeeklyMinutes({ minutes }: { readonly minutes: Settings['weeklyMinutes'] }) {
  const set = (value: Settings['weeklyMinutes']) => void setSetting('weeklyMinutes', value);
  return (
    <>
      <Segmented
        legend="A limit for the week"
        segments={SEGMENTS}
        value={minutes === null ? 'off' : 'on'}
        onChoose={(chosen) => set(chosen === 'on' ? USUAL_MINUTES : null)}
      />
      {minutes !== null && (
        <div className={styles.minutes}>
          <NumberSetting
            label="Minutes a week, at the most"
            value={minutes}
            least={5}
            most={2400}
            onSet={set}
          />
        </div>
      )}
    </>
  );
}
