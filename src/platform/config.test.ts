import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { defaultDataFolder, readConfig } from './config.ts';

const share = join(homedir(), '.local', 'share', 'bottega');

it.each([
  ['nothing', {}, 'linux', share],
  ['a folder of the user’s own', { XDG_DATA_HOME: '/data/of-me' }, 'linux', '/data/of-me/bottega'],
  // Either would lie below whatever folder the command was begun in.
  ['an empty one', { XDG_DATA_HOME: '' }, 'linux', share],
  ['a relative one', { XDG_DATA_HOME: 'data' }, 'linux', share],
  ['an empty one on Windows', { LOCALAPPDATA: '' }, 'win32', join(homedir(), 'AppData', 'Local', 'Bottega')],
])('data lie where the environment says, and never in the current folder: %s', (_, env, platform, folder) => {
  expect(defaultDataFolder(env, platform, false)).toBe(folder);
});

it('a variable that is empty counts as unset', () => {
  const config = readConfig({ PORT: '', HOST: '', BOTTEGA_DATA: '', DATABASE_URL: '' });
  expect(config).toEqual(readConfig({}));
  expect(config).toMatchObject({ port: 4680, host: '127.0.0.1', databaseUrl: undefined });
});
