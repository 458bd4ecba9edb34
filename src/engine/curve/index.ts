export {
  curveOf,
  forecast,
  startCurve,
  type WindowForecast,
  withAttempt,
} from './curve.ts';
export type { CurveAttempt, CurveOptions, CurveState } from './curve-state.ts';
export { learnPrior } from './learn-prior.ts';
export type { Prior } from './prior.ts';
export { probabilityOfReaching } from './reaching.ts';
export type { Window } from './window-moments.ts';
