import { tmpdir } from 'node:os';
/** The server in a process of its own, as in real life; prints its port. Arguments: the connection as JSON. */
import { serve } from '@hono/node-server';
import { systemClock } from '../src/platform/clock.ts';
import { openStore } from '../src/platform/database.ts';
import { silentLog } from '../src/platform/log.ts';
import { createApp } from '../src/server.ts';

const store = openStore(JSON.parse(process.argv[2] ?? '{}'));
const app = createApp({
  store,
  clock: systemClock,
  log: silentLog,
  version: 'bench',
  local: undefined,
  webFolder: undefined,
  dataFolder: tmpdir(),
});

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => process.stdout.write(`${info.port}\n`));
