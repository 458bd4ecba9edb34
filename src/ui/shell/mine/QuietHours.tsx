import type { Settings } from '../../../platform/people/settings-contract.ts';
import { Field } from '../../parts/Field.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { setSetting } from '../../settings.ts';
import styles from './MeSettings.module.css';

type Hours = NonNullable<Settings['quietHours']>;

/** To begin with, for whoever turns them on. */
const USUAL: Hours = { from: '21:00', to: '07:00' };

const SEGMENTS = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const;

export function QuietHours({ hours }: { readonly hours: Settings['quietHours'] }) {
  const set = (value: Settings['quietHours']) => void setSetting('quietHours', value);
  return (
    <>
      <Segmented
        legend="Quiet hours"
        segments={SEGMENTS}
        value={hours === null ? 'off' : 'on'}
        onChoose={(chosen) => set(chosen === 'on' ? USUAL : null)}
      />
      {hours !== null && (
        <div className={styles.hours}>
          <TimeOfDay label="From" time={hours.from} onTime={(from) => set({ ...hours, from })} />
          <TimeOfDay label="To" time={hours.to} onTime={(to) => set({ ...hours, to })} />
        </div>
      )}
    </>
  );
}

type TimeOfDayProps = {
  readonly label: string;
  readonly time: Hours['from'];
  readonly onTime: (time: string) => void;
};

/** The browser says a whole time or nothing: half of one is never set. */
function TimeOfDay({ label, time, onTime }: TimeOfDayProps) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="time"
          value={time}
          onChange={(event) => event.currentTarget.value !== '' && onTime(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
