import { axisLabel, formatRange, formatValue } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import styles from './Chart.module.css';
import { Chart } from './Chart.tsx';
import { ChartTable } from './ChartTable.tsx';
import { SessionStems } from './SessionStems.tsx';
import { ShapeMark } from './ShapeMark.tsx';
import {
  AS_USUAL,
  conditionShapes,
  drawSession,
  type SessionTake,
  type UsualRange,
} from './session-drawing.ts';

type SessionChartProps = {
  readonly title: string;
  readonly isTitleHidden?: boolean;
  readonly takes: readonly SessionTake[];
  /** Null while there is no "usually". */
  readonly usual: UsualRange | null;
  readonly measure: Measure;
};

/** The takes of one session against where they usually land. Put it on a Stage or another blue sheet. */
export function SessionChart({ title, isTitleHidden = false, takes, usual, measure }: SessionChartProps) {
  const words = (value: number): string => formatValue(measure, value);
  const conditions = conditionShapes(takes);
  const usually = usual ? ` Usually ${formatRange(measure, usual.low, usual.high)}.` : '';
  const description = `${axisLabel(measure)}: ${takes.map((take) => words(take.value)).join(', ')}.${usually}`;
  return (
    <Chart
      title={title}
      isTitleHidden={isTitleHidden}
      height={210}
      draw={(width) => (
        <SessionStems drawing={drawSession(takes, usual, measure, width)} description={description} />
      )}
    >
      <ul className={styles.key}>
        {conditions.map(({ condition, shape }) => (
          <li key={condition}>
            <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
              <ShapeMark shape={shape} x={0} y={0} size={6} />
            </svg>
            {condition}
          </li>
        ))}
        {usual && (
          <li>
            <i className={styles['key-usual']} />
            where you usually land
          </li>
        )}
      </ul>
      <ChartTable
        caption={title}
        columns={[{ head: 'Take' }, { head: 'What was varied' }, { head: 'Result', isNumber: true }]}
        rows={() =>
          takes.map((take) => ({
            key: String(take.number),
            cells: [
              countFigures(take.number),
              take.condition ?? (conditions.length > 0 ? AS_USUAL : ''),
              words(take.value),
            ],
          }))
        }
      />
    </Chart>
  );
}
