/** The agenda's face: what is in a plan may become cleverer behind it. Formula and worked example: docs/science/agenda.md. */
export type {
  AgendaInput,
  AgendaPractice,
  Place,
  Plan,
  PlanLine,
  PlanOverride,
  PracticeLine,
  Reason,
  Rhythm,
  WeekLeft,
} from './plan.ts';
export { planMinutes } from './plan-minutes.ts';
export { reasonWords } from './reason-words.ts';
