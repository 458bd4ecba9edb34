import { connect } from 'node:net';

export type LoadResult = { readonly perSecond: number; readonly refused: number };

/**
 * Keeps `clients` connections busy for `seconds`, one request at a time on each, and counts the answers. Written on bare
 * sockets, because a client that costs more than the server would measure itself.
 */
export async function loadHttp(
  port: number,
  options: { clients: number; seconds: number; request: () => string },
): Promise<LoadResult> {
  const until = performance.now() + options.seconds * 1000;
  const counts = await Promise.all(
    Array.from({ length: options.clients }, () => keepBusy(port, until, options.request)),
  );
  const answered = counts.reduce((sum, count) => sum + count.answered, 0);
  const refused = counts.reduce((sum, count) => sum + count.refused, 0);
  return { perSecond: answered / options.seconds, refused };
}

function keepBusy(
  port: number,
  until: number,
  request: () => string,
): Promise<{ answered: number; refused: number }> {
  return new Promise((resolve, reject) => {
    let answered = 0;
    let refused = 0;
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request()));
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      if (!isWhole(received)) return;
      if (received.startsWith('HTTP/1.1 200')) answered += 1;
      else refused += 1;
      received = '';
      if (performance.now() < until) socket.write(request());
      else {
        socket.destroy();
        resolve({ answered, refused });
      }
    });
  });
}

function isWhole(received: string): boolean {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /content-length: (\d+)/i.exec(received)?.[1];
  if (length === undefined) return received.endsWith('0\r\n\r\n');
  return received.length >= end + 4 + Number(length);
}
