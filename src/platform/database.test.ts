import { createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from './database.ts';

const NOWHERE = { host: '/nowhere', port: 5432, user: 'bottega', database: 'bottega' };
const question = { name: 'question', text: 'select 1', values: [] };

describe('a database that is away', () => {
  it('is brought back once for a request, which is refused when that fails', async () => {
    let asked = 0;
    const whenAway = async () => {
      asked += 1;
      throw new Error('no room on the disk');
    };
    const store = openStore(NOWHERE, { whenAway });
    onTestFinished(() => store.close());
    await expect(store.statement(question)).rejects.toMatchObject({ code: 'database-away' });
    expect(asked).toBe(1);
    await expect(store.inSpace('x', async () => {})).rejects.toMatchObject({ code: 'database-away' });
    await expect(store.unscoped(async (db) => db.selectFrom('person').execute())).rejects.toMatchObject({
      code: 'database-away',
    });
  });

  it('is a server that has no connection left, too', async () => {
    const server = createServer(refuseConnection);
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const store = openStore({ ...NOWHERE, host: '127.0.0.1', port });
    onTestFinished(() => store.close());
    await expect(store.statement(question)).rejects.toMatchObject({ code: 'database-away' });
  });
});

/** As PostgreSQL says that it is full: an ErrorResponse of severity, code and message. */
function refuseConnection(socket: Socket): void {
  socket.on('error', () => {});
  socket.once('data', () => {
    const fields = Buffer.from('SFATAL\0VFATAL\0C53300\0Msorry, too many clients already\0\0');
    const head = Buffer.from('E\0\0\0\0');
    head.writeInt32BE(fields.length + 4, 1);
    socket.end(Buffer.concat([head, fields]));
  });
}
