import { countWords } from '../../../engine/picture/count-words.ts';
import type { SettingName, Settings } from '../../../platform/people/settings-contract.ts';
import { type Segment, Segmented } from '../../parts/Segmented.tsx';
import { setSetting, useSettings } from '../../settings.ts';
import styles from './MeSettings.module.css';
import { NumberSetting } from './NumberSetting.tsx';
import { QuietHours } from './QuietHours.tsx';
import { SettingRow } from './SettingRow.tsx';
import { WeeklyMinutes } from './WeeklyMinutes.tsx';

const ON_OFF = [
  { value: 'on', label: 'Yes' },
  { value: 'off', label: 'No' },
] as const;

const FORMATS: readonly Segment<Settings['answerFormat']>[] = [
  { value: 'text', label: 'Text' },
  { value: 'checklist', label: 'Checklist' },
  { value: 'pictures', label: 'Pictures' },
  { value: 'audio', label: 'Sound' },
  { value: 'video', label: 'Video' },
];

/** Each is kept on this device at once, and sent home when it can be. */
export function MeSettings() {
  const settings = useSettings();
  return (
    <ul className={styles.settings}>
      <HowMuch settings={settings} />
      <SettingRow
        name="quietHours"
        settings={settings}
        words={(hours) => (hours === null ? 'off' : `from ${hours.from} to ${hours.to}`)}
        hint="Nothing is suggested to you by itself then."
      >
        <QuietHours hours={settings.quietHours} />
      </SettingRow>
      <YesNoSetting name="saysWhatIsNext" settings={settings} legend="The bench suggests what to practise" />
      <YesNoSetting
        name="mixes"
        settings={settings}
        legend="Related practices are taken in turn"
        hint="Once each has held its target. It may carry over better later, and scores look worse meanwhile."
      />
      <YesNoSetting name="asksForAim" settings={settings} legend="A session asks for one thing to change" />
      <YesNoSetting
        name="asksForSupport"
        settings={settings}
        legend="A session begins with what is in place"
        hint="Kit, place, people and the rest that you named."
      />
      <HowItIs settings={settings} />
      <YesNoSetting
        name="plays"
        settings={settings}
        legend="Play: twists, ghosts, difficulty that follows"
        hint="“No” takes all of it off every screen. What is on record stays, and is there again with “Yes”."
      />
      {settings.plays && <PlaySettings settings={settings} />}
      <YesNoSetting
        name="speaksScores"
        settings={settings}
        legend="Scores are read aloud while you practise"
      />
      <SettingRow
        name="answerFormat"
        settings={settings}
        words={(format) => FORMATS.find(({ value }) => value === format)?.label.toLowerCase() ?? format}
        hint="Where an answer has it; elsewhere it comes as text."
      >
        <Segmented
          legend="How an answer is shown first"
          segments={FORMATS}
          value={settings.answerFormat}
          onChoose={(value) => void setSetting('answerFormat', value)}
        />
      </SettingRow>
    </ul>
  );
}

const HOW_SURE: readonly Segment<Settings['asksHowSure']>[] = [
  { value: 'never', label: 'Never' },
  { value: 'first-take', label: 'Before the first take' },
  { value: 'every-take', label: 'Before every take' },
];

/** Beneath the one switch: without it none of this is active, and none of it is shown. */
function PlaySettings({ settings }: { readonly settings: Settings }) {
  return (
    <>
      <SettingRow
        name="twistEvery"
        settings={settings}
        words={(every) =>
          TWISTS.find(({ value }) => value === String(every))?.label.toLowerCase() ?? `every ${every} takes`
        }
        hint="A challenge from the deck of what you practise, once you have a few takes."
      >
        <Segmented
          legend="A twist is drawn"
          segments={TWISTS}
          value={String(settings.twistEvery)}
          onChoose={(every) => void setSetting('twistEvery', Number(every))}
        />
      </SettingRow>
      <SettingRow
        name="ghost"
        settings={settings}
        words={(ghost) => GHOSTS.find(({ value }) => value === ghost)?.label.toLowerCase() ?? ghost}
        hint="Your own earlier takes, made under the same conditions, in one line near the clock."
      >
        <Segmented
          legend="A ghost of your own past to race"
          segments={GHOSTS}
          value={settings.ghost}
          onChoose={(ghost) => void setSetting('ghost', ghost)}
        />
      </SettingRow>
    </>
  );
}

const GHOSTS: readonly Segment<Settings['ghost']>[] = [
  { value: 'off', label: 'Off' },
  { value: 'median', label: 'Your middle' },
  { value: 'best', label: 'Your best' },
];

const TWISTS = [
  { value: '0', label: 'Never' },
  { value: '1', label: 'Every take' },
  { value: '2', label: 'Every second' },
  { value: '3', label: 'Every third' },
  { value: '5', label: 'Every fifth' },
] as const;

function HowItIs({ settings }: { readonly settings: Settings }) {
  return (
    <>
      <SettingRow
        name="asksHowSure"
        settings={settings}
        words={(asks) => HOW_SURE.find(({ value }) => value === asks)?.label.toLowerCase() ?? asks}
        hint="One tap. In time it shows whether you know beforehand how a take will turn out."
      >
        <Segmented
          legend="It is asked how sure you are"
          segments={HOW_SURE}
          value={settings.asksHowSure}
          onChoose={(asks) => void setSetting('asksHowSure', asks)}
        />
      </SettingRow>
      <YesNoSetting
        name="asksHowItWas"
        settings={settings}
        legend="A look back asks how it was"
        hint="Two taps: how absorbed you were, and how hard it was for you. Nobody else sees them."
      />
    </>
  );
}

function HowMuch({ settings }: { readonly settings: Settings }) {
  return (
    <>
      <SettingRow name="usualMinutes" settings={settings} words={minutesWords}>
        <NumberSetting
          label="Minutes you usually have"
          value={settings.usualMinutes}
          least={1}
          most={240}
          onSet={(value) => void setSetting('usualMinutes', value)}
        />
      </SettingRow>
      <SettingRow
        name="weeklyMinutes"
        settings={settings}
        words={(minutes) => (minutes === null ? 'off' : minutesWords(minutes))}
        hint="From Monday to Sunday no plan goes beyond them, and the bench says what they do not reach."
      >
        <WeeklyMinutes minutes={settings.weeklyMinutes} />
      </SettingRow>
      <FewSetting
        name="focusLimit"
        settings={settings}
        legend="Practices in focus at once"
        numbers={[1, 2, 3, 4, 5]}
        hint="The others are kept alive, or parked where you park them; nothing of any is lost."
      />
      <SettingRow
        name="keepAliveLimit"
        settings={settings}
        words={countWords}
        hint="Taken up now and then, so that they hold."
      >
        <NumberSetting
          label="Practices kept alive beside them"
          value={settings.keepAliveLimit}
          least={0}
          most={20}
          onSet={(value) => void setSetting('keepAliveLimit', value)}
        />
      </SettingRow>
      <FewSetting
        name="reserveDaysAWeek"
        settings={settings}
        legend="Days of the week in reserve"
        numbers={[0, 1, 2, 3, 4, 5, 6]}
        hint="Days without practice that are meant so. They count as kept."
      />
    </>
  );
}

const minutesWords = (minutes: number) => (minutes === 1 ? 'one minute' : `${countWords(minutes)} minutes`);

type OfType<Kind> = { [Name in SettingName]: Settings[Name] extends Kind ? Name : never }[SettingName];

type FewSettingProps = {
  readonly name: Extract<OfType<number>, SettingName>;
  readonly settings: Settings;
  readonly legend: string;
  readonly numbers: readonly number[];
  readonly hint: string;
};

function FewSetting({ name, settings, legend, numbers, hint }: FewSettingProps) {
  return (
    <SettingRow name={name} settings={settings} words={countWords} hint={hint}>
      <Segmented
        legend={legend}
        segments={numbers.map((number) => ({ value: String(number), label: String(number) }))}
        value={String(settings[name])}
        onChoose={(chosen) => void setSetting(name, Number(chosen))}
      />
    </SettingRow>
  );
}

type YesNoSettingProps = {
  readonly name: OfType<boolean>;
  readonly settings: Settings;
  readonly legend: string;
  readonly hint?: string;
};

function YesNoSetting({ name, settings, legend, hint }: YesNoSettingProps) {
  return (
    <SettingRow
      name={name}
      settings={settings}
      words={(value) => (value ? 'yes' : 'no')}
      {...(hint === undefined ? {} : { hint })}
    >
      <Segmented
        legend={legend}
        segments={ON_OFF}
        value={settings[name] ? 'on' : 'off'}
        onChoose={(chosen) => void setSetting(name, chosen === 'on')}
      />
    </SettingRow>
  );
}
