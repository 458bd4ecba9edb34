import { describe, expect, it } from 'vitest';
import { askingFault, clockWords, limitSentence, planRecording, recorderFault } from './recording-plan.ts';

const CHROME = (type: string) => /webm/.test(type);
const SAFARI = (type: string) => /^(audio|video)\/mp4$/.test(type);

describe('a recording', () => {
  it('is made in the first way that the browser can and home keeps', () => {
    expect(planRecording('audio', CHROME)).toMatchObject({
      mimeType: 'audio/webm;codecs=opus',
      contentType: 'audio/webm',
    });
    expect(planRecording('video', CHROME)?.contentType).toBe('video/webm');
    expect(planRecording('audio', SAFARI)?.contentType).toBe('audio/mp4');
    expect(planRecording('video', SAFARI)?.contentType).toBe('video/mp4');
    expect(planRecording('audio', () => false)).toBeNull();
  });

  it('fits, as long as it may be, into what one may have', () => {
    for (const kind of ['audio', 'video'] as const) {
      const plan = planRecording(kind, () => true);
      const bits = (plan?.audioBitsPerSecond ?? 0) + (kind === 'video' ? (plan?.videoBitsPerSecond ?? 0) : 0);
      expect(((plan?.mostSeconds ?? 0) * bits) / 8).toBeLessThan(plan?.mostBytes ?? 0);
    }
  });

  it('opens no camera for sound', () => {
    expect(planRecording('audio', CHROME)?.constraints.video).toBe(false);
  });
});

describe('what stands in the way', () => {
  const plan = planRecording('audio', CHROME);
  it('is said with what to do', () => {
    expect(recorderFault('audio', { isSecure: true, plan })).toBeNull();
    expect(recorderFault('video', { isSecure: false, plan })).toContain('phones need HTTPS for the recorder');
    expect(recorderFault('audio', { isSecure: true, plan: null })).toContain('choose a file instead');
  });

  it.each(['NotAllowedError', 'NotFoundError', 'NotReadableError', 'SomethingElse'])(
    'also for %s',
    (name) => {
      for (const kind of ['audio', 'video'] as const) expect(askingFault(kind, name)).toMatch(/[Tt]ry again/);
    },
  );

  it('is also a limit, which takes nothing away', () => {
    expect(limitSentence('video')).toContain('can be kept');
  });
});

it.each([
  [0, '0:00'],
  [42.9, '0:42'],
  [64, '1:04'],
  [725, '12:05'],
  [3_600, '1:00:00'],
  [-1, '0:00'],
])('%s seconds are %s', (seconds, words) => {
  expect(clockWords(seconds)).toBe(words);
});
