import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locateBinaries, majorOf, platformPackage } from './locate-binaries.ts';

describe('locateBinaries', () => {
  it('finds the server that npm installed', async () => {
    const { native, version } = await locateBinaries();
    await access(join(native, 'bin', 'postgres'));
    expect(version).toMatch(/^\d+\.\d+$/);
    expect(majorOf(version)).toBe(18);
  });

  it('says how to get a package that is not installed', async () => {
    const missing = process.platform === 'darwin' ? 'linux' : 'darwin';
    await expect(locateBinaries(missing, 'arm64')).rejects.toMatchObject({
      code: 'binaries-missing',
      message: expect.stringContaining('npm ci'),
    });
  });
});

describe('platformPackage', () => {
  it('names a way out where nothing serves', () => {
    expect(() => platformPackage('win32', 'x64')).toThrow(/WSL.*DATABASE_URL/);
    expect(() => platformPackage('linux', 'riscv64')).toThrow(/DATABASE_URL/);
  });
});
