import type { Design } from './design.ts';
import { type Finding, sentencesOf, shorten } from './finding.ts';

/** What cannot be repeated within a quarter of an hour is too large for one attempt. */
const MOST_MINUTES = 15;
/** The floor is the two-minute version. */
const MOST_FLOOR_MINUTES = 2;
const MINUTES = /(\d+(?:\.\d+)?)\s*(?:-\s*)?(minutes?|mins?|hours?)\b/i;

export function reviewRepetition(design: Design): readonly Finding[] {
  const { repeat } = design;
  if (repeat === null) {
    return [
      {
        element: 'repeat',
        code: 'repeat-missing',
        severity: 'missing',
        why: 'What has no rhythm and no two-minute version is the first thing to go on a pressed day.',
        betterExample: `Such as 5 minutes a take, 3 sessions a week; on a pressed day: ${firstMove(design)}`,
      },
    ];
  }
  const findings: Finding[] = [];
  if (repeat.attemptMinutes > MOST_MINUTES) {
    findings.push({
      element: 'repeat',
      code: 'repeat-too-long',
      severity: 'weak',
      why: `One attempt takes ${repeat.attemptMinutes} minutes. What cannot be repeated within ${MOST_MINUTES} is seldom repeated.`,
      betterExample: `Make an attempt of its smallest whole part: ${firstMove(design)} Count only minutes of doing, not of waiting.`,
    });
  }
  const floorMinutes = minutesIn(repeat.floor);
  if (floorMinutes > MOST_FLOOR_MINUTES) {
    findings.push({
      element: 'repeat',
      code: 'repeat-floor-long',
      severity: 'weak',
      why: `The two-minute version takes ${floorMinutes}. On a pressed day only what fits into ${MOST_FLOOR_MINUTES} is done.`,
      betterExample: `Once, and no more: ${firstMove(design)}`,
    });
  }
  return findings;
}

function minutesIn(text: string): number {
  const [, amount = '0', unit = ''] = MINUTES.exec(text) ?? [];
  return Number(amount) * (unit.toLowerCase().startsWith('h') ? 60 : 1);
}

function firstMove(design: Design): string {
  const [first] = sentencesOf(design.entryTrick?.text ?? '');
  return first === undefined ? `${design.verb} once, in its smallest form.` : `“${shorten(first, 16)}”`;
}
