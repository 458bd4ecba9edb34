import {
  type DifficultyOptions,
  difficultyAdvice,
  startDifficulty,
  withLevelAttempt,
} from '../../engine/challenge/difficulty.ts';
import { difficultySentence } from '../../engine/challenge/difficulty-words.ts';
import { type Measure, reaches } from '../../engine/measure/measure.ts';
import type { AttemptFact } from '../../engine/picture/picture.ts';
import type { Work } from '../../engine/session/work.ts';
import type { DifficultyBody } from '../../features/twists/contract.ts';
import { TWIST } from './without-play.ts';

/** A level that follows how it goes: the one in force for the take at hand, and why. */
export type FollowedLevel = {
  readonly variable: string;
  readonly levels: readonly string[];
  readonly level: string;
  /** One sentence; null before the first take at a level, and while the learner keeps another by hand. */
  readonly why: string | null;
};

export type Followed = {
  readonly set: Omit<DifficultyBody, 'practiceId'>;
  readonly measure: Pick<Measure, 'kind' | 'target'>;
  /** Scored takes of the whole before this sitting, oldest first. */
  readonly before: readonly AttemptFact[];
};

/** Of a sitting what the level of its take hangs on. */
type FollowingSitting = {
  readonly work: Work;
  readonly isFloor: boolean;
  readonly phase: 'running' | 'ended';
  readonly level: { readonly variable: string } | null;
  readonly draws?: readonly { readonly variable: string }[];
  readonly difficulty?: FollowedLevel | null;
};

/** Older takes say little of which level suits now, and every one of them costs time. */
const TAKES_READ = 100;

/**
 * With the level in force. An experiment on the same variable wins: its draw is what the take is made under, and the difficulty
 * rests. `followed`: null where nothing follows; `today`: the scored takes of this sitting that stand.
 */
export function withDifficulty<Session extends FollowingSitting>(
  session: Session,
  followed: Followed | null,
  today: readonly AttemptFact[],
): Session {
  if (session.phase !== 'running') return session;
  const next = followedLevel(session, followed, today);
  const isSame = JSON.stringify(next) === JSON.stringify(session.difficulty ?? null);
  return isSame ? session : { ...session, difficulty: next };
}

function followedLevel(
  { work, isFloor, level, draws = [] }: FollowingSitting,
  followed: Followed | null,
  today: readonly AttemptFact[],
): FollowedLevel | null {
  if (followed === null || work !== 'whole' || isFloor) return null;
  const { variable, levels } = followed.set;
  if (draws.some((draw) => draw.variable === variable)) return null;
  const now = levelNow(followed, today);
  return { variable, levels, ...now, why: level?.variable === variable ? null : now.why };
}

/** Where the next take belongs; `why` is null before the first one since it was set. */
export function levelNow(
  { set, measure, before }: Followed,
  today: readonly AttemptFact[] = [],
): Pick<FollowedLevel, 'level' | 'why'> {
  const { variable, levels, startLevel, target, isLocked, setAt } = set;
  const options: DifficultyOptions = { levels, start: levels.indexOf(startLevel), target, isLocked };
  const since = Date.parse(setAt);
  const takes = [...before, ...today]
    .flatMap((take) => {
      const level = levelOf(take, variable, levels);
      return level === null ? [] : [{ take, level }];
    })
    .slice(-TAKES_READ);
  let difficulty = startDifficulty(options);
  let last: string | null = null;
  let isBegun = false;
  for (const { take, level } of takes) {
    // What came before it was set says which levels suit; where the learner begins, they said themselves.
    if (!isBegun && take.at >= since) {
      isBegun = true;
      difficulty = { ...difficulty, level: options.start, here: [] };
    }
    const isNewSession = last !== null && last !== take.sessionId;
    difficulty = withLevelAttempt(difficulty, { level, passed: passes(measure, take.value), isNewSession });
    last = take.sessionId;
  }
  if (!isBegun) difficulty = { ...difficulty, level: options.start, here: [] };
  const advice = difficultyAdvice(difficulty);
  const why = isBegun ? difficultySentence(advice, options) : null;
  return { level: levels[advice.to] ?? startLevel, why };
}

/** At which of the levels a take was made; null where at none, or where a card made it another thing. */
function levelOf(
  { conditions = [] }: AttemptFact,
  variable: string,
  levels: readonly string[],
): number | null {
  if (conditions.some((condition) => condition.startsWith(`${TWIST}: `))) return null;
  const at = levels.findIndex((level) => conditions.includes(`${variable}: ${level}`));
  return at < 0 ? null : at;
}

/** Whether there is anything that a take can pass. */
export function canPass({ kind, target }: Followed['measure']): boolean {
  return kind === 'pass' || target.low !== null || target.high !== null;
}

function passes({ kind, target }: Followed['measure'], value: number): boolean {
  return kind === 'pass' ? value === 1 : reaches(target, value);
}
