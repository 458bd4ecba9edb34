import { createServer, type Socket } from 'node:net';

/** Tag, length and content, as every message of PostgreSQL's protocol has them. */
function message(tag: string, content: Buffer): Buffer {
  const head = Buffer.from(`${tag}\0\0\0\0`);
  head.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}

const int = (value: number, bytes: 2 | 4): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeIntBE(value, 0, bytes);
  return buffer;
};

/** An ErrorResponse of severity, code and text. */
export function errorResponse(code: string, text: string): Buffer {
  return message('E', Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${text}\0\0`));
}

const READY = message('Z', Buffer.from('I'));
const WELCOME = Buffer.concat([message('R', int(0, 4)), READY]);

/** One row of one text column. */
function answer(column: string, value: string): Buffer {
  const described = Buffer.concat([
    int(1, 2),
    Buffer.from(`${column}\0`),
    ...[int(0, 4), int(0, 2), int(25, 4), int(-1, 2), int(-1, 4), int(0, 2)],
  ]);
  const row = Buffer.concat([int(1, 2), int(value.length, 4), Buffer.from(value)]);
  return Buffer.concat([
    message('T', described),
    message('D', row),
    message('C', Buffer.from('SHOW\0')),
    READY,
  ]);
}

/** As much of an old PostgreSQL as it takes to be asked for its version, whatever the question was. */
export function speakAsVersion(version: string): (socket: Socket) => void {
  return (socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(WELCOME);
      socket.on('data', (asked) => {
        if (asked[0] === 'Q'.charCodeAt(0)) socket.write(answer('server_version', version));
      });
    });
  };
}

/** Refuses every connection with that error. */
export function speakError(code: string, text: string): (socket: Socket) => void {
  return (socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(errorResponse(code, text)));
  };
}

/** Answers the port, and how to close it. */
export async function listenFor(
  onConnection: (socket: Socket) => void,
): Promise<{ port: number; close(): void }> {
  const server = createServer(onConnection);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: () => void server.close(),
  };
}
