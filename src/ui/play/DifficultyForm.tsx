import { type FormEvent, useState } from 'react';
import { difficultyFault } from '../../engine/challenge/difficulty.ts';
import { Button } from '../parts/Button.tsx';
import { Segmented } from '../parts/Segmented.tsx';
import { TextArea } from '../parts/TextArea.tsx';
import { TextField } from '../parts/TextField.tsx';
import styles from './Play.module.css';
import { setDifficulty } from './play-writes.ts';

export type DifficultyStart = {
  readonly variable: string;
  readonly levels: readonly string[];
  /** Null: the easiest. */
  readonly startLevel: string | null;
  readonly target: number;
};

type DifficultyFormProps = {
  readonly practiceId: string;
  readonly start: DifficultyStart;
  readonly onDone: () => void;
};

const LONGEST_NAME = 60;

/** What follows, its levels from the easiest to the hardest, where to begin, and how many takes should pass. */
export function DifficultyForm({ practiceId, start, onDone }: DifficultyFormProps) {
  const [variable, setVariable] = useState(start.variable);
  const [written, setWritten] = useState(start.levels.join('\n'));
  const [chosen, setChosen] = useState(start.startLevel);
  const [share, setShare] = useState(String(Math.round(start.target * 100)));
  const [error, setError] = useState<string | null>(null);
  const levels = written
    .split('\n')
    .map((line) => line.trim().slice(0, LONGEST_NAME).trim())
    .filter((line) => line !== '');
  const at = Math.max(0, levels.indexOf(chosen ?? ''));
  const target = Number(share) / 100;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const named = variable.trim();
    const fault = named === '' ? 'Say what changes.' : difficultyFault({ levels, start: at, target });
    if (fault !== null) return setError(fault);
    const startLevel = levels[at] ?? '';
    const how = { startLevel, target, isLocked: false, isFollowed: true };
    void setDifficulty({ practiceId, variable: named, levels, ...how });
    onDone();
  };
  return (
    <form className="stack" onSubmit={save}>
      <TextField label="What changes" text={variable} onText={setVariable} maxLength={LONGEST_NAME} />
      <TextArea
        label="Its levels, the easiest first"
        hint="One on each line."
        text={written}
        onText={setWritten}
        rows={3}
        error={error}
      />
      {levels.length > 1 && (
        <Segmented
          legend="Begin at"
          segments={[...new Set(levels)].map((level) => ({ value: level, label: level }))}
          value={levels[at] ?? null}
          onChoose={setChosen}
        />
      )}
      <TextField
        label="Takes that should pass, of a hundred"
        hint="From 50 to 95. The level is then stepped so that about so many reach your target."
        text={share}
        onText={setShare}
        inputMode="numeric"
        maxLength={2}
      />
      <p className={styles.row}>
        <Button submit>Let it follow</Button>
        <Button kind="text" onClick={onDone}>
          Not now
        </Button>
      </p>
    </form>
  );
}
