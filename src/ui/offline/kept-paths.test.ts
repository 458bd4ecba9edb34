import { describe, expect, it } from 'vitest';
import { newId } from './device.ts';
import { isKeptPath, pathsToReadAhead, pathsTouchedBy } from './kept-paths.ts';

const id = newId();
const at = (path: string) => new URL(path, 'http://localhost');

describe('answers kept on the device', () => {
  it.each([
    '/api/me',
    '/api/bench',
    '/api/library',
    '/api/needs',
    `/api/practices/${id}`,
    `/api/practices/${id}/history`,
  ])('holds %s', (path) => expect(isKeptPath(at(path))).toBe(true));

  it.each([
    '/api/export',
    '/api/openapi.json',
    '/api/micromasteries?need=juggling',
    '/api/sign-in',
    `/api/imports/${id}`,
    `/api/practices/${id}/attempts?before=abc`,
    `/api/practices/${id}/evidence?showingsBefore=${id}`,
    '/health',
  ])('does not hold %s', (path) => expect(isKeptPath(at(path))).toBe(false));

  it('reads ahead for a bounded number of practices, and for none of what is no bench', () => {
    const practices = Array.from({ length: 50 }, () => ({ id: newId() }));
    expect(pathsToReadAhead({ practices })).toHaveLength(120);
    expect(pathsToReadAhead({ practices: [{ id }] })).toContain(`/api/practices/${id}/history`);
    for (const answer of [null, 'bench', {}, { practices: 3 }, { practices: [null] }]) {
      expect(pathsToReadAhead(answer)).toEqual([]);
    }
  });

  it('reads again after a write what it has changed, and no more', () => {
    const need = { path: `/api/needs/${id}`, body: {} };
    expect(pathsTouchedBy(need, null)).toEqual(['/api/needs']);
    const retraction = { path: `/api/retractions/${id}`, body: {} };
    expect(pathsTouchedBy(retraction, null)).toEqual(['/api/bench']);
    const touched = pathsTouchedBy(retraction, id);
    expect(touched).toHaveLength(7);
    expect(touched.every((path) => isKeptPath(at(path)))).toBe(true);
  });

  it('reads an experiment again whose end home has confirmed: only then it opens the lot', () => {
    const end = { path: `/api/experiments/${id}/end`, body: {} };
    const practiceId = newId();
    const touched = pathsTouchedBy(end, practiceId);
    expect(touched).toEqual([
      '/api/bench',
      `/api/practices/${practiceId}/experiments`,
      `/api/experiments/${id}`,
      '/api/notebook',
    ]);
    expect(touched.every((path) => isKeptPath(at(path)))).toBe(true);
  });
});
