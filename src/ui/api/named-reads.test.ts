import { expect, it } from 'vitest';
import { newId } from '../offline/device.ts';
import { readsNamedAt } from './named-reads.ts';

const id = newId();

it.each([
  ['/', ['/api/me', '/api/bench', '/api/agenda']],
  [`/practices/${id}/run`, ['/api/me', `/api/practices/${id}`]],
  [`/micromasteries/${id}`, ['/api/me', `/api/micromasteries/${id}`]],
  ['/practices/none', []],
  ['/me', []],
])('what comes with %s is known by its address', (address, reads) => {
  expect(readsNamedAt(address)).toEqual(reads);
});
