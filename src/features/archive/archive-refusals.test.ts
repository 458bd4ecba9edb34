import { strToU8, unzipSync, zipSync } from 'fflate';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import {
  dataOf,
  exportOf,
  fillSpace,
  importInto,
  manifestOf,
  NO_ROWS,
  refused,
  rowsOf,
  withFile,
} from '../../../tests/support/archives.ts';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { JUGGLING_ID } from '../../../tests/support/practice-facts.ts';
import { HOUSE_SPACE_ID } from '../../platform/ids.ts';

const home = await freshApp({ library: true });
const elsewhere = await freshApp({ library: true });
const nadia = await home.person();
await fillSpace(home, nadia);
const archive = await exportOf(nadia);

describe('what is refused, with a sentence, and nothing changed', () => {
  const text = strToU8;
  const bomb = () => {
    const manifest = { ...manifestOf(archive), counts: { ...manifestOf(archive).counts, needs: 1 } };
    return zipSync({
      ...unzipSync(archive),
      'manifest.json': text(JSON.stringify(manifest)),
      'data/needs.jsonl': new Uint8Array(64 * 1024 * 1024).fill(0x61),
    });
  };
  /** Says that a part is small, which it is not. */
  const liar = () => {
    const bytes = bomb();
    const at = Buffer.from(bytes).lastIndexOf('data/needs.jsonl') - 46;
    new DataView(bytes.buffer).setUint32(at + 24, 10, true);
    return bytes;
  };
  const huge = () => {
    const bytes = zipSync(unzipSync(archive));
    const at = Buffer.from(bytes).lastIndexOf('data/needs.jsonl') - 46;
    new DataView(bytes.buffer).setUint32(at + 24, 0xfffffff0, true);
    return bytes;
  };
  const flipped = () => {
    const bytes = zipSync(unzipSync(archive), { level: 0 });
    const at = Buffer.from(bytes).indexOf('catches');
    bytes[at] = 0x43;
    return bytes;
  };
  const line = (name: string, change: (text: string) => string) =>
    withFile(archive, `data/${name}.jsonl`, change);

  it.each([
    ['an empty file', () => new Uint8Array(), 'not a whole ZIP'],
    ['no ZIP file', () => text('hello, this is no archive at all, and it is long enough'), 'not a whole ZIP'],
    ['a file that was cut off', () => archive.slice(0, archive.length / 2), 'cut off'],
    ['a file without its end', () => archive.slice(0, -1), 'cut off'],
    ['another ZIP file', () => zipSync({ 'holiday.txt': text('sun') }), 'no manifest'],
    [
      'a newer format',
      () => withFile(archive, 'manifest.json', (json) => json.replace('"version": 3', '"version": 4')),
      'newer Bottega',
    ],
    [
      'a missing part',
      () => zipSync({ 'manifest.json': unzipSync(archive)['manifest.json'] ?? text('') }),
      'is missing',
    ],
    [
      'a path that reaches out',
      () => zipSync({ ...unzipSync(archive), '../../etc/passwd': text('x') }),
      'no archive of Bottega has',
    ],
    [
      'an absolute path',
      () => zipSync({ ...unzipSync(archive), '/etc/passwd': text('x') }),
      'no archive of Bottega has',
    ],
    ['a bomb', bomb, 'longer than any'],
    ['a bomb that lies about its size', liar, 'more than it says'],
    ['a bomb that says its size', huge, 'more than 1 GB'],
    ['a flipped bit', flipped, 'damaged'],
    ['a line too few', () => line('attempts', (all) => all.slice(all.indexOf('\n') + 1)), 'not whole'],
    ['a line too many', () => line('needs', (all) => `${all}${all.split('\n')[0]}\n`), 'not whole'],
    [
      'a line that is no JSON',
      () => line('needs', (all) => all.replace('{', '[')),
      'data/needs.jsonl, line 1',
    ],
    [
      'a value that is impossible',
      () => line('attempts', (all) => all.replace(/"value":3,/, '"value":-3,')),
      'impossible',
    ],
    [
      'a target that is',
      () => line('payoffs', (all) => all.replace('"low":8,"high":null', '"low":8,"high":7')),
      'line 2: target.high: a target that is better upwards has one number',
    ],
    ['a year that is', () => line('needs', (all) => all.replace('"2026-', '"1826-')), '1900 to 2199'],
    [
      'a session of nobody',
      () => line('sessions', (all) => all.replace(/"id":"[^"]+"/, `"id":"${v7()}"`)),
      'not whole',
    ],
    [
      'a practice of another micromastery',
      () => line('practices', (all) => all.replace(JUGGLING_ID, v7())),
      'refers to a micromastery',
    ],
  ])('%s', async (_, make, sentence) => {
    const there = await elsewhere.person();
    const answer = await refused(there, make());
    expect(answer.detail).toContain(sentence);
    expect(answer).toMatchObject({ status: 422, code: 'file-unreadable' });
    expect(await rowsOf(elsewhere, there)).toEqual(NO_ROWS);
  });

  it('another thing under an id that is here, named', async () => {
    const there = await elsewhere.person();
    await importInto(there, archive);
    const before = await exportOf(there);
    const changed = line('needs', (all) => all.replace('"kind":"next"', '"kind":"gap"'));
    const answer = await refused(there, changed);
    expect(answer).toMatchObject({ status: 409, code: 'id-taken', errors: [{ pointer: '/data/needs' }] });
    const redesigned = line('micromasteries', (all) => all.replace('"verb":"dine"', '"verb":"sup"'));
    expect(await refused(there, redesigned)).toMatchObject({
      status: 409,
      errors: [{ pointer: '/data/micromasteries' }],
    });
    expect(dataOf(await exportOf(there))).toEqual(dataOf(before));
  });

  it('an own micromastery that would stand for one of the library', async () => {
    const there = await elsewhere.person();
    const answer = await refused(
      there,
      line('micromasteries', (all) => all.replaceAll('"isOwn":false', '"isOwn":true')),
    );
    expect(answer).toMatchObject({ status: 409, code: 'id-taken' });
    const house = await elsewhere.store.inSpace(HOUSE_SPACE_ID, (trx) =>
      trx
        .selectFrom('micromastery_version')
        .select('version')
        .where('micromastery_id', '=', JUGGLING_ID)
        .execute(),
    );
    expect(house).toHaveLength(1);
  });

  it('another type of body, and nobody’s', async () => {
    const there = await elsewhere.person();
    const json = await there.request('/api/imports', { method: 'POST', body: '{}' });
    expect(await json.json()).toMatchObject({ status: 415, code: 'not-a-file' });
    expect((await elsewhere.app.request('/api/export')).status).toBe(401);
    const headers = { 'content-type': 'application/zip' };
    expect(
      (await elsewhere.app.request('/api/imports', { method: 'POST', body: archive, headers })).status,
    ).toBe(401);
  });
});
