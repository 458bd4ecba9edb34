import { Chart } from '../../ui/charts/Chart.tsx';
import { ChartTable } from '../../ui/charts/ChartTable.tsx';
import { chartFrame } from '../../ui/charts/chart-frame.ts';
import { type LinearScale, linearScale } from '../../ui/charts/linear-scale.ts';
import { niceTicks } from '../../ui/charts/nice-ticks.ts';
import { ValueGrid } from '../../ui/charts/ValueGrid.tsx';
import { formatDate, formatDay } from '../../ui/format-day.ts';
import styles from './MinutesChart.module.css';
import type { PracticeRecord } from './use-practice-record.ts';

type MinutesChartProps = {
  readonly record: PracticeRecord;
  /** What may be put in today: drawn warm at the end. */
  readonly plannedMinutes: number | null;
};

const HEIGHT = 130;
const LEAST_TOP = 25;
const OFFERED_TICKS = [0, 12, 25];
const TITLE = 'Minutes, each session';

/** A stroke for each session of thirteen weeks. Where nothing happened the paper is blank. */
export function MinutesChart({ record, plannedMinutes }: MinutesChartProps) {
  return (
    <Chart
      title={TITLE}
      isTitleHidden
      height={HEIGHT}
      draw={(width) => <MinutesDrawing record={record} plannedMinutes={plannedMinutes} width={width} />}
    >
      <ChartTable
        caption={TITLE}
        columns={[{ head: 'Day' }, { head: 'Takes', isNumber: true }, { head: 'Minutes', isNumber: true }]}
        rows={() =>
          record.bars.toReversed().map(({ at, attempts, minutes }) => ({
            key: String(at),
            cells: [formatDate(at), String(attempts), String(Math.round(minutes))],
          }))
        }
      />
    </Chart>
  );
}

function MinutesDrawing({ record, plannedMinutes, width }: MinutesChartProps & { readonly width: number }) {
  const axis = minutesAxis([...record.bars.map((bar) => bar.minutes), plannedMinutes ?? 0]);
  const texts = axis.ticks.map((tick) => tick.text);
  const frame = {
    ...chartFrame(width, { height: HEIGHT, axisTexts: texts, footHeight: 28 }),
    right: Math.max(240, width),
  };
  const y = linearScale(axis.domain, [frame.bottom, frame.top]);
  const x = linearScale([record.fromAt, record.toAt], [frame.left + 4, frame.right - 14]);
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      width={frame.width}
      height={frame.height}
      role="img"
      aria-label={`${TITLE}. ${record.words}`}
    >
      <ValueGrid axis={axis} y={y} frame={frame} />
      {record.bars.map((bar) => (
        <path key={bar.at} d={stroke(x(bar.at), bar.minutes, y)} className={styles.session} />
      ))}
      {record.gaps.map(({ fromAt, toAt, text }) => (
        <GapWords key={fromAt} from={x(fromAt)} to={x(toAt)} text={text} y={frame.bottom - 8} />
      ))}
      {plannedMinutes !== null && (
        <path d={stroke(frame.right - 6, plannedMinutes, y)} className={styles.planned} />
      )}
      <text x={frame.left} y={frame.bottom + 20} className={styles.text}>
        {formatDay(record.fromAt)}
      </text>
      <text x={frame.right} y={frame.bottom + 20} textAnchor="end" className={styles.today}>
        {plannedMinutes === null ? 'today' : `today’s ${plannedMinutes}`}
      </text>
    </svg>
  );
}

function stroke(x: number, minutes: number, y: LinearScale): string {
  // A session of seconds is still one.
  return `M${x},${y(0)}V${Math.min(y(minutes), y(0) - 2)}`;
}

function GapWords({ from, to, text, y }: { from: number; to: number; text: string; y: number }) {
  const room = (to - from) / 7;
  const words = room > text.length ? text : room > 5 ? 'away' : null;
  if (words === null) return null;
  return (
    <text x={(from + to) / 2} y={y} textAnchor="middle" className={styles.text}>
      {words}
    </text>
  );
}

function minutesAxis(values: readonly number[]) {
  const top = values.reduce((most, value) => Math.max(most, value), LEAST_TOP);
  const isShort = top <= LEAST_TOP;
  const nice = niceTicks(0, top, { steps: 3, isWhole: true });
  const domain: readonly [number, number] = isShort ? [0, LEAST_TOP] : nice.domain;
  const ticks = isShort ? OFFERED_TICKS : nice.ticks;
  return {
    domain,
    title: TITLE.toLowerCase(),
    ticks: ticks.map((value) => ({ value, text: String(value) })),
  };
}
