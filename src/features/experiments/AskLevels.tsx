import { useId } from 'react';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import styles from './Ask.module.css';
import { type AskedDraft, MOST_OWN_LEVELS, questionOf } from './asked-experiment.ts';

type AskLevelsProps = {
  readonly draft: AskedDraft;
  readonly isOwn: boolean;
  readonly nameFault: string | undefined;
  readonly levelsFault: string | undefined;
  readonly onChange: (more: Partial<AskedDraft>) => void;
};

/** Named settings: those of the design, of which some may be left out, or one's own. */
export function AskLevels(props: AskLevelsProps) {
  return props.isOwn ? <OwnLevels {...props} /> : <GivenLevels {...props} />;
}

function GivenLevels({ draft, levelsFault, onChange }: AskLevelsProps) {
  const id = useId();
  const { levels, leftOut } = draft;
  const toggle = (level: string) =>
    onChange({
      leftOut: leftOut.includes(level) ? leftOut.filter((one) => one !== level) : [...leftOut, level],
    });
  if (levels.length === 2)
    return (
      <p>
        Compared: <b>{levels[1]}</b> against <b>{levels[0]}</b>.
      </p>
    );
  return (
    <fieldset className={styles.levels} aria-describedby={levelsFault ? `${id}-fault` : undefined}>
      <legend>Compared with each other</legend>
      {levels.map((level, at) => (
        <p key={level}>
          <input
            id={`${id}-${at}`}
            type="checkbox"
            checked={!leftOut.includes(level)}
            aria-invalid={levelsFault ? true : undefined}
            onChange={() => toggle(level)}
          />{' '}
          <label htmlFor={`${id}-${at}`}>{sentenceCase(level)}</label>
        </p>
      ))}
      {levelsFault && (
        <p id={`${id}-fault`} className={styles.fault}>
          {levelsFault}
        </p>
      )}
    </fieldset>
  );
}

function OwnLevels({ draft, nameFault, levelsFault, onChange }: AskLevelsProps) {
  const { variable, levels, question } = draft;
  const rename = (name: string) =>
    onChange({
      variable: name,
      ...(question === questionOf(variable) && { question: questionOf(name) }),
    });
  const write = (at: number, text: string) =>
    onChange({ levels: levels.map((level, place) => (place === at ? text : level)) });
  return (
    <fieldset className={styles.levels}>
      <legend>Your own</legend>
      <TextField
        label="What you change"
        hint="One word, such as posture, pen or hour"
        text={variable}
        onText={rename}
        error={nameFault}
        maxLength={60}
        autoComplete="off"
      />
      <div className={styles.pair}>
        {levels.map((level, at) => (
          <TextField
            // biome-ignore lint/suspicious/noArrayIndexKey: a setting is known by its place while it is written
            key={at}
            label={at === 0 ? 'As you do it now' : `Setting ${at + 1}`}
            text={level}
            onText={(text) => write(at, text)}
            error={at === 0 ? levelsFault : undefined}
            maxLength={60}
            autoComplete="off"
          />
        ))}
      </div>
      {levels.length < MOST_OWN_LEVELS && (
        <Button kind="text" onClick={() => onChange({ levels: [...levels, ''] })}>
          One setting more
        </Button>
      )}
    </fieldset>
  );
}
