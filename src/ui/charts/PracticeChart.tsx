import { useMemo } from 'react';
import type { Measure } from '../../engine/measure/measure.ts';
import styles from './Chart.module.css';
import { Chart } from './Chart.tsx';
import { ChartTable } from './ChartTable.tsx';
import type { ChartPicture } from './chart-picture.ts';
import { PracticeDrawing } from './PracticeDrawing.tsx';
import { drawPractice } from './practice-drawing.ts';
import { practiceColumns, practiceRows } from './practice-rows.ts';
import { describePractice, practiceKey } from './practice-words.ts';

type PracticeChartProps = {
  readonly title: string;
  readonly isTitleHidden?: boolean;
  readonly picture: ChartPicture;
  readonly measure: Measure;
  /** What its spans hold. */
  readonly note?: string | null;
};

/** What happened in a practice: every take, where they lie, how sure that is, and what was agreed. */
export function PracticeChart(props: PracticeChartProps) {
  const { title, isTitleHidden = false, picture, measure, note = null } = props;
  const description = useMemo(() => describePractice(picture, measure), [picture, measure]);
  return (
    <Chart
      title={title}
      isTitleHidden={isTitleHidden}
      height={252}
      draw={(width) => (
        <PracticeDrawing drawing={drawPractice(picture, measure, width)} description={description} />
      )}
    >
      <p className={`cap ${styles['practice-key']}`}>
        {practiceKey(picture)} {note}
      </p>
      <ChartTable
        caption={title}
        columns={practiceColumns(picture)}
        rows={() => practiceRows(picture, measure)}
      />
    </Chart>
  );
}
