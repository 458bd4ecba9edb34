import type { ReactNode } from 'react';
import type { SettingName, Settings } from '../../../platform/people/settings-contract.ts';
import { Button } from '../../parts/Button.tsx';
import { setSetting, UNSET } from '../../settings.ts';
import styles from './MeSettings.module.css';

type SettingRowProps<Name extends SettingName> = {
  readonly name: Name;
  readonly settings: Settings;
  /** A value in words, for what holds by default: "two", "from 21:00 to 07:00". */
  readonly words: (value: Settings[Name]) => string;
  readonly hint?: string;
  /** The control, with its own label. */
  readonly children: ReactNode;
};

/** A setting with what holds by default, and one tap back to it. */
export function SettingRow<Name extends SettingName>(props: SettingRowProps<Name>) {
  const { name, settings, words, hint, children } = props;
  const byDefault = UNSET[name];
  const isAsItWas = JSON.stringify(settings[name]) === JSON.stringify(byDefault);
  return (
    <li className={styles.row}>
      {children}
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {/* One line whatever it says: where it changed its height, the tap that set the one above would miss. */}
      <div className={styles.foot}>
        {isAsItWas ? (
          <p className={styles.hint}>By default: {words(byDefault)}.</p>
        ) : (
          <Button kind="text" onClick={() => void setSetting(name, byDefault)}>
            As it was: {words(byDefault)}
          </Button>
        )}
      </div>
    </li>
  );
}
