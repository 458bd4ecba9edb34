import { z } from 'zod';
import { FactId, Moment } from '../contract.ts';

/** A time of day where the learner is, HH:MM. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day such as 21:30');

/** The median and the best are the engine's two kinds. */
const GHOSTS = ['off', 'median', 'best'] as const;

/** What a person sets for themselves, with what holds until they do. Each is one fact; the newest of a name is in force. */
export const Settings = z.object({
  focusLimit: z.int().min(1).max(5).default(1).describe('Practices in focus at once.'),
  keepAliveLimit: z.int().min(0).max(20).default(2).describe('Practices kept alive beside them.'),
  reserveDaysAWeek: z.int().min(0).max(6).default(2),
  usualMinutes: z.int().min(1).max(240).default(12),
  weeklyMinutes: z
    .int()
    .min(5)
    .max(2400)
    .nullable()
    .default(null)
    .describe('Plans of a week, Monday to Sunday, never hold more. Null: no cap.'),
  mixes: z.boolean().default(true).describe('Whether related practices are taken in turn.'),
  plays: z
    .boolean()
    .default(true)
    .describe('False: no twists, no past of one’s own to race, no difficulty that follows, on any screen.'),
  twistEvery: z
    .int()
    .min(0)
    .max(10)
    .default(3)
    .describe('A challenge is drawn for every so many takes. 0: never.'),
  ghost: z
    .enum(GHOSTS)
    .default('off')
    .describe('What of their own past a take is shown beside: nothing, its middle, its best.'),
  quietHours: z
    .object({ from: TimeOfDay, to: TimeOfDay })
    .nullable()
    .default(null)
    .describe('Nothing is suggested by itself then. Null: at no time.'),
  asksForAim: z.boolean().default(true).describe('Whether a session asks for one thing to change.'),
  asksHowSure: z
    .enum(['never', 'first-take', 'every-take'])
    .default('never')
    .describe('Before which takes it is asked how sure the learner is of it.'),
  asksHowItWas: z
    .boolean()
    .default(false)
    .describe('Whether a look back asks how the sitting was, in two taps.'),
  asksForSupport: z.boolean().default(true).describe('Whether a session begins with what is in place.'),
  saysWhatIsNext: z.boolean().default(true).describe('Whether the bench suggests what to practise.'),
  answerFormat: z.enum(['text', 'checklist', 'pictures', 'audio', 'video']).default('text'),
  speaksScores: z.boolean().default(false).describe('Whether the runner reads scores aloud.'),
});
export type Settings = z.infer<typeof Settings>;
export type SettingName = keyof Settings;
export const DEFAULT_SETTINGS: Settings = Settings.parse({});

/** Not a record of names: each has its own kind of value, which the document names. */
const settingBody = <Name extends SettingName>(name: Name) =>
  z.object({ name: z.literal(name), value: Settings.shape[name].removeDefault(), setAt: Moment });

export const SettingBody = z
  .discriminatedUnion('name', [
    settingBody('focusLimit'),
    settingBody('keepAliveLimit'),
    settingBody('reserveDaysAWeek'),
    settingBody('usualMinutes'),
    settingBody('weeklyMinutes'),
    settingBody('mixes'),
    settingBody('plays'),
    settingBody('twistEvery'),
    settingBody('ghost'),
    settingBody('quietHours'),
    settingBody('asksForAim'),
    settingBody('asksHowSure'),
    settingBody('asksHowItWas'),
    settingBody('asksForSupport'),
    settingBody('saysWhatIsNext'),
    settingBody('answerFormat'),
    settingBody('speaksScores'),
  ])
  .meta({ id: 'SettingBody' });
export type SettingBody = z.infer<typeof SettingBody>;
export const Setting = z.intersection(SettingBody, z.object({ id: FactId }));
