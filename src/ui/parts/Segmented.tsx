import { useId } from 'react';
import styles from './Segmented.module.css';

export type Segment<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  /** Why it cannot be chosen yet: said below, so write it as a sentence. */
  readonly disabledWhy?: string | undefined;
};

type SegmentedProps<Value extends string> = {
  readonly legend: string;
  readonly isLegendHidden?: boolean;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value | null;
  readonly onChoose: (value: Value) => void;
  readonly className?: string | undefined;
};

/** One of a few, all in sight: radio buttons in a row. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { legend, isLegendHidden = false, segments, value, onChoose, className } = props;
  const name = useId();
  const reasons = segments.flatMap((segment) => segment.disabledWhy ?? []);
  return (
    <fieldset className={className} aria-describedby={reasons.length > 0 ? `${name}-why` : undefined}>
      <legend className={isLegendHidden ? 'vh' : styles.legend}>{legend}</legend>
      <div className={styles.segments}>
        {segments.map((segment) => (
          <label key={segment.value} className={styles.segment}>
            <input
              type="radio"
              name={name}
              value={segment.value}
              checked={segment.value === value}
              disabled={segment.disabledWhy !== undefined}
              onChange={() => onChoose(segment.value)}
            />
            {segment.label}
          </label>
        ))}
      </div>
      {reasons.length > 0 && (
        <p id={`${name}-why`} className={styles.why}>
          {reasons.join(' ')}
        </p>
      )}
    </fieldset>
  );
}
