import { MILLISECONDS_PER_DAY } from '../../engine/units.ts';
import chart from '../charts/Chart.module.css';
import { Chart } from '../charts/Chart.tsx';
import { ChartTable } from '../charts/ChartTable.tsx';
import { ValueLines } from '../charts/ValueLines.tsx';
import { formatDate } from '../format-day.ts';
import styles from './Retention.module.css';
import { DAYS_AHEAD, drawSlipping, type Slipping, type SlippingDrawing } from './slipping-drawing.ts';
import { coldShareAt, percent, refreshAt, shareWords } from './standing-words.ts';

const TITLE = 'The first take after time away, as a share of the best level that was held';
const HEIGHT = 220;
const TABLE_DAYS = [0, 7, 30, 60, DAYS_AHEAD];

type SlippingChartProps = { readonly practices: readonly Slipping[]; readonly now: number };

/** What may be left of each practice from today on: a forecast, with where one such take would lie four times in five. */
export function SlippingChart({ practices, now }: SlippingChartProps) {
  const isOne = practices.length === 1;
  return (
    <Chart
      title={TITLE}
      isTitleHidden
      height={HEIGHT}
      draw={(width) => (
        <SlippingSvg
          drawing={drawSlipping(practices, now, width)}
          description={descriptionOf(practices, now)}
        />
      )}
    >
      <ChartTable
        caption={TITLE}
        columns={[
          ...(isOne ? [] : [{ head: 'Practice' }]),
          { head: 'Day' },
          { head: 'Share', isNumber: true },
          { head: 'Four in five between', isNumber: true },
        ]}
        rows={() => practices.flatMap((practice) => rowsOf(practice, now, isOne))}
      />
    </Chart>
  );
}

function rowsOf({ title, standing }: Slipping, now: number, isOne: boolean) {
  return TABLE_DAYS.flatMap((days) => {
    const at = now + days * MILLISECONDS_PER_DAY;
    const share = coldShareAt(standing, at);
    if (share === null) return [];
    return {
      key: `${title}/${days}`,
      cells: [
        ...(isOne ? [] : [title]),
        formatDate(at),
        percent(share.middle),
        `${percent(share.lower)} and ${percent(share.upper)}`,
      ],
    };
  });
}

function descriptionOf(practices: readonly Slipping[], now: number): string {
  const end = now + DAYS_AHEAD * MILLISECONDS_PER_DAY;
  const told = practices.flatMap(({ title, standing }) => {
    const [today, last] = [coldShareAt(standing, now), coldShareAt(standing, end)];
    if (today === null || last === null) return [];
    const refresh = refreshAt(standing);
    const day =
      refresh !== null && refresh > now && refresh <= end ? ` Refresh by ${formatDate(refresh)}.` : '';
    return `${title}: today ${shareWords(today)}; on ${formatDate(end)} ${shareWords(last)}.${day}`;
  });
  return `${TITLE}. ${told.join(' ')}`;
}

type SlippingSvgProps = { readonly drawing: SlippingDrawing; readonly description: string };

function SlippingSvg({ drawing, description }: SlippingSvgProps) {
  const { width, height, plot, shares, bestY, days, lines } = drawing;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={description}>
      <ValueLines plot={plot} values={shares} />
      <path d={`M${plot.left},${bestY}H${plot.right}`} className={styles.best} />
      {days.map(({ x, text, anchor }) => (
        <text
          key={text}
          x={x}
          y={plot.bottom + 20}
          textAnchor={anchor}
          className={text === 'today' ? `${chart.text} ${chart.strong}` : chart.text}
        >
          {text}
        </text>
      ))}
      {lines.map(({ title, path, band, today, whiskers, refresh, label }) => (
        <g key={title}>
          {band !== null && <path d={band} className={styles.band} />}
          {whiskers.map(({ x, from, to }) => (
            <path key={x} d={`M${x},${from}V${to}`} className={styles.whisker} />
          ))}
          <path d={path} className={styles.ahead} />
          <circle cx={today[0]} cy={today[1]} r={4} className={styles.today} />
          {refresh !== null && <path d={`M${refresh[0]},${refresh[1] - 7}v14`} className={styles.refresh} />}
          {label !== null && (
            <text x={label.x} y={label.y} className={chart.text}>
              {label.text}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
