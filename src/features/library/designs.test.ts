import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { accepted, designBody, JUGGLING_ID, practiceBody } from '../../../tests/support/practice-facts.ts';
import { Problem, Recorded } from '../../platform/contract.ts';
import { PracticePage } from '../practice/contract.ts';
import { DesignVersions, Micromastery, ReadDesign, SearchResult } from './contract.ts';

const { person } = await freshApp({ library: true });
const nadia = await person();
const AT = '2026-03-01T08:00:00Z';
const pathOf = (id: string, version: number) => `/api/micromasteries/${id}/versions/${version}`;
const save = (id: string, design = designBody()) =>
  nadia.put(pathOf(id, design.version), { design, savedAt: AT });
const read = async (path: string) => (await accepted(nadia.request(path))).json();

describe('a micromastery of one’s own', () => {
  it('is found, read, practised and saved again, with as few as none of its elements', async () => {
    const id = v7();
    const title = 'Whistle with two fingers';
    await accepted(save(id, designBody({ slug: 'whistle', title })));
    expect(Micromastery.parse(await read(`/api/micromasteries/${id}`))).toMatchObject({ id, title });
    const { found } = SearchResult.parse(await read('/api/micromasteries?need=whistle'));
    expect(found[0]).toMatchObject({ id, title });
    const again = Recorded.parse(await (await save(id, designBody({ slug: 'whistle', title }))).json());
    expect(again.outcome).toBe('same');
    await accepted(
      nadia.put(`/api/practices/${v7()}`, practiceBody({ micromasteryId: id, micromasteryVersion: 1 })),
    );
  });

  it('keeps every version, and a practice the one that it follows until it follows another', async () => {
    const [id, practiceId] = [v7(), v7()];
    await accepted(save(id, designBody({ slug: 'versions', title: 'First words' })));
    await accepted(
      nadia.put(`/api/practices/${practiceId}`, practiceBody({ micromasteryId: id, micromasteryVersion: 1 })),
    );
    const second = await save(id, designBody({ slug: 'versions', title: 'Second words', version: 2 }));
    // A page that was read a moment ago does not know of it yet.
    expect(Recorded.parse(await second.json()).touched).toContain(`practice:${practiceId}`);
    const before = PracticePage.parse(await read(`/api/practices/${practiceId}`));
    expect(before.card).toMatchObject({
      title: 'First words',
      micromasteryVersion: 1,
      newestVersion: 2,
      isOwn: true,
    });
    const following = { practiceId, micromasteryId: id, micromasteryVersion: 2, followedAt: AT };
    await accepted(nadia.put(`/api/followings/${v7()}`, following));
    const after = PracticePage.parse(await read(`/api/practices/${practiceId}`));
    expect(after.card).toMatchObject({ title: 'Second words', micromasteryVersion: 2 });
    const { versions, isOwn } = DesignVersions.parse(await read(`/api/micromasteries/${id}/versions`));
    expect([isOwn, versions.map(({ design }) => design.title)]).toEqual([
      true,
      ['Second words', 'First words'],
    ]);
  });

  it('never has another design under a number that is taken', async () => {
    const id = v7();
    await accepted(save(id, designBody({ slug: 'taken' })));
    const answer = await save(id, designBody({ slug: 'taken', title: 'Something else' }));
    const problem = Problem.parse(await answer.json());
    expect(problem).toMatchObject({ status: 409, code: 'id-taken', stored: { design: { slug: 'taken' } } });
    expect(DesignVersions.parse(await read(`/api/micromasteries/${id}/versions`)).versions).toHaveLength(1);
  });

  it('gets a longer short name where another of one’s own has it, and is the same when it is sent again', async () => {
    const [first, second] = [v7(), v7()];
    await accepted(save(first, designBody({ slug: 'twins' })));
    await accepted(save(second, designBody({ slug: 'twins', title: 'The other twin' })));
    const kept = Micromastery.parse(await read(`/api/micromasteries/${second}`));
    expect(kept.slug).toBe(`twins-${second.slice(-12)}`);
    const again = await save(second, designBody({ slug: 'twins', title: 'The other twin' }));
    expect(Recorded.parse(await again.json()).outcome).toBe('same');
  });

  it('is nobody else’s to read, to follow or to save over, and the house’s is nobody’s to change', async () => {
    const id = v7();
    await accepted(save(id, designBody({ slug: 'private' })));
    const ruth = await person('Ruth');
    for (const path of ['', '/versions', '/file'])
      expect((await ruth.request(`/api/micromasteries/${id}${path}`)).status, path).toBe(404);
    const practice = practiceBody({ micromasteryId: id, micromasteryVersion: 1 });
    expect((await ruth.put(`/api/practices/${v7()}`, practice)).status).toBe(404);
    const mine = { design: designBody({ title: 'Mine', version: 2 }), savedAt: AT };
    expect((await ruth.put(pathOf(JUGGLING_ID, 2), mine)).status).toBe(403);
    expect((await ruth.put(pathOf(id, 2), mine)).status).toBe(200);
    const { versions } = DesignVersions.parse(await read(`/api/micromasteries/${id}/versions`));
    expect(versions.map(({ design }) => design.title)).toEqual(['The sixty-second opening']);
  });

  it('has the number of its address', async () => {
    const answer = await nadia.put(pathOf(v7(), 3), { design: designBody(), savedAt: AT });
    expect(Problem.parse(await answer.json()).errors).toEqual([
      { pointer: '/design/version', message: 'is not the version of the address' },
    ]);
  });
});

describe('sharing as a file', () => {
  const readFile = (text: string) =>
    nadia.request('/api/micromastery-files', { method: 'POST', body: JSON.stringify({ text }) });

  it('gives a file that reads as the same design, of any version', async () => {
    const id = v7();
    const sourced = designBody({
      slug: 'shared',
      source: 'A neighbour showed it',
      lineage: ['juggling-cascade@1'],
    });
    await accepted(save(id, sourced));
    await accepted(save(id, { ...sourced, title: 'Another title', version: 2 }));
    const file = await accepted(nadia.request(`/api/micromasteries/${id}/file?version=1`));
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="shared.md"');
    const answer = ReadDesign.parse(await (await accepted(readFile(await file.text()))).json());
    expect(answer.design).toEqual(sourced);
  });

  it('says which line cannot be read, and keeps nothing', async () => {
    const answer = await readFile('---\nslug: x\ntitle: [\n---\n');
    const problem = Problem.parse(await answer.json());
    expect(problem).toMatchObject({ status: 422, code: 'file-unreadable' });
    expect(problem.errors?.[0]?.pointer).toMatch(/^\/text\/line\/\d+$/);
  });
});
