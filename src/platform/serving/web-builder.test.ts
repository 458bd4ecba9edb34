import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { digestOfSources, isStale, replaceFolder } from './web-builder.ts';

const folder = await mkdtemp('/tmp/bottega-web-');
afterAll(() => rm(folder, { recursive: true }));

async function checkout(name: string): Promise<{ root: string; build: string }> {
  const root = join(folder, name);
  await mkdir(join(root, 'src', 'ui'), { recursive: true });
  for (const file of ['index.html', 'src/web.tsx', 'src/ui/Frame.tsx', 'src/ui/frame.test.ts'])
    await writeFile(join(root, file), file);
  return { root, build: join(root, 'dist', 'web') };
}

describe('a build', () => {
  it.each([
    ['removed', (root: string) => rm(join(root, 'src/ui/Frame.tsx')), true],
    ['added', (root: string) => writeFile(join(root, 'src/ui/New.tsx'), ''), true],
    // As a checkout of another branch, or a copy that keeps its times, may do.
    ['put back to an older one', (root: string) => utimes(join(root, 'index.html'), 1_000, 1_000), true],
    ['a test, and changed', (root: string) => writeFile(join(root, 'src/ui/frame.test.ts'), 'other'), false],
  ])('is stale once a source is %s', async (name, change, isChanged) => {
    const { root, build } = await checkout(name.replaceAll(/\W+/g, '-'));
    expect(await isStale(root, build)).toBe(true);
    const fresh = await digestOfSources(root);
    await mkdir(build, { recursive: true });
    await writeFile(join(build, '.sources'), fresh);
    expect(await isStale(root, build)).toBe(false);
    await change(root);
    expect(await isStale(root, build)).toBe(isChanged);
  });
});

describe('the folder that is served', () => {
  const fill = (text: string) => (making: string) => writeFile(join(making, 'index.html'), text);
  const page = (served: string) => readFile(join(served, 'index.html'), 'utf8');

  it('is whole while another one is made, and stays when that fails', async () => {
    const served = join(folder, 'served', 'web');
    await replaceFolder(served, fill('first'));
    await replaceFolder(served, async (making) => {
      await fill('second')(making);
      expect(await page(served)).toBe('first');
    });
    expect(await page(served)).toBe('second');
    const failed = replaceFolder(served, async (making) => {
      await fill('half')(making);
      throw new Error('it broke');
    });
    await expect(failed).rejects.toThrow('it broke');
    expect(await page(served)).toBe('second');
    expect(await readdir(join(folder, 'served'))).toEqual(['web']);
  });

  it('is one of those that are made at once, and nothing else is left', async () => {
    const served = join(folder, 'at-once', 'web');
    await Promise.all(['a', 'b', 'c', 'd'].map((text) => replaceFolder(served, fill(text))));
    expect(await page(served)).toMatch(/^[abcd]$/);
    expect(await readdir(join(folder, 'at-once'))).toEqual(['web']);
  });
});
