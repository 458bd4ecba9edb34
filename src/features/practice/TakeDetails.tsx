import { formatDate } from '../../ui/format-day.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { shownConditions } from '../../ui/play/without-play.ts';
import { useSettings } from '../../ui/settings.ts';
import type { AttemptRow } from './contract.ts';
import { TakeNotes } from './TakeNotes.tsx';

type TakeDetailsProps = { readonly attempt: AttemptRow; readonly onTakeBack: () => void };

/** When it was, what was said of it, and the way to take it back. */
export function TakeDetails({ attempt, onTakeBack }: TakeDetailsProps) {
  const { plays } = useSettings();
  return (
    <>
      <p className="small muted">{whenWords(attempt, plays)}</p>
      <TakeNotes attempt={attempt} />
      <p>
        <Button kind="text" onClick={onTakeBack}>
          Take this one back
        </Button>
      </p>
    </>
  );
}

const SOURCES = {
  runner: '',
  'command-line': ', logged from the command line',
  import: ', brought in',
} as const;

function whenWords({ startedAt, durationSeconds, conditions, source }: AttemptRow, plays: boolean): string {
  const at = new Date(startedAt);
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const lasted = durationSeconds === null ? '' : `, ${Math.round(durationSeconds)} seconds`;
  const varied = Object.entries(shownConditions(conditions, plays)).map(
    ([variable, level]) => `. ${variable}: ${level}`,
  );
  return `${formatDate(at.getTime())}, ${time}${lasted}${SOURCES[source]}${varied.join('')}.`;
}
