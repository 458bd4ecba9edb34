/**
 * The engine: turns attempts into honest statements. Pure functions over plain values; no clock, no chance, no
 * input or output. What it cannot know it says as a value (`too-few-attempts`), never as NaN or a throw.
 */

export {
  type AgendaInput,
  type AgendaPractice,
  type Plan,
  planMinutes,
  reasonWords,
} from './agenda/agenda.ts';
export { deckFault, joinedDeck, type TwistCard } from './challenge/deck.ts';
export {
  type Difficulty,
  type DifficultyAdvice,
  type DifficultyOptions,
  difficultyAdvice,
  difficultyFault,
  startDifficulty,
  withLevelAttempt,
} from './challenge/difficulty.ts';
export { difficultySentence } from './challenge/difficulty-words.ts';
export { type CardDraw, cardsDrawnOtherwise, type DrawAnswer, drawCard } from './challenge/draw-card.ts';
export { type Ghost, ghostOf, type PastAttempt } from './challenge/ghost.ts';
export type { LevelAttempt, SuccessRate } from './challenge/success-belief.ts';
export {
  type CurveAttempt,
  type CurveOptions,
  type CurveState,
  curveOf,
  forecast,
  learnPrior,
  type Prior,
  probabilityOfReaching,
  startCurve,
  type Window,
  type WindowForecast,
  withAttempt,
} from './curve/index.ts';
export { calibrationOf } from './judging/calibration.ts';
export { judgedScale } from './judging/judged-scale.ts';
export { agreementOf } from './judging/krippendorff.ts';
export * from './measure/format-value.ts';
export * from './measure/measure.ts';
export * from './measure/parse-value.ts';
export { drawPage, type PagePicture } from './outlook/draw-page.ts';
export { type Ahead, drawOutlook, type Outlook, type Reach } from './outlook/outlook.ts';
export { drawPicture } from './picture/draw-picture.ts';
export type * from './picture/picture.ts';
export { trendSentence } from './picture/trend-wording.ts';
export {
  baselineSentence,
  gainSentence,
  latestSentence,
  payoffSentence,
} from './picture/wording.ts';
export { findChangePoints } from './plateau/change-points.ts';
export { addPlateauAttempt, plateauOf, startPlateau } from './plateau/plateau.ts';
export { type Random, random } from './random.ts';
export { holdsAt, reachedOnce, whenToLookAgain } from './retention/holds-today.ts';
export { coldForecast, measuredSkill } from './retention/measured-skill.ts';
export type * from './retention/recall-scheduler.ts';
export { standingOf } from './retention/standing.ts';
export { dualCost } from './rub-pat/dual-cost.ts';
export { nextStep } from './rub-pat/next-step.ts';
export type * from './session/finding.ts';
export { findingSentence } from './session/finding-sentence.ts';
export { findSessionPositive } from './session/session-finding.ts';
export { type Mixing, mixingEffect, type Probe } from './transfer/mixing-effect.ts';
export { mixingSentence } from './transfer/mixing-sentence.ts';
export { type NextVariant, nextVariant, type Variant } from './transfer/practice-order.ts';
export { commitmentText, type Digest, type Draw, drawLevel, drawnOtherwise } from './trial/assignment.ts';
export { adaptiveProbabilities, designFault, type TrialDesign } from './trial/design.ts';
export { type OwnTrialEffect, ownEffectOf } from './trial/own-effect.ts';
export { type OwnEffect, type PooledEffect, poolEffects } from './trial/pooled.ts';
export {
  addAttempt,
  type Finding as TrialFinding,
  findingsOf,
  startTrial,
  type Trial,
  type TrialAttempt,
  type TrialOptions,
  type Verdict,
} from './trial/trial.ts';
export type * from './units.ts';
