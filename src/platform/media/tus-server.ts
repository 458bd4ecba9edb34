import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ERRORS, MemoryLocker, Server, type Upload } from '@tus/server';
import { Refusal, SenderGone } from '../problems.ts';
import { type MediaFolder, makeFolder } from './media-folder.ts';
import { UploadStore } from './upload-store.ts';

/** What a call is made for, and how it ended: the server turns whatever is thrown into an answer of its own. */
type Asking = { readonly spaceId: string; readonly metadata: Upload['metadata']; fault?: unknown };

export type TusServer = {
  /** `metadata`: of an upload that is begun. Throws a Refusal for every fault. */
  ask(spaceId: string, request: Request, metadata?: Upload['metadata']): Promise<Response>;
};

/** Fetched when the first upload comes: most of what a server does needs none of it. */
export async function openTusServer(
  folder: MediaFolder,
  complete: (spaceId: string, id: string) => Promise<void>,
): Promise<TusServer> {
  const asking = new AsyncLocalStorage<Asking>();
  const asked = (): Asking => {
    const context = asking.getStore();
    if (context === undefined) throw new Error('an upload was asked for outside of every space');
    return context;
  };
  // The store would make it by itself, readable by all, and end the process where it cannot.
  await makeFolder(folder.uploads);
  const server = new Server({
    path: '/api/uploads',
    datastore: new UploadStore({ directory: folder.uploads }),
    locker: new MemoryLocker(),
    // Uploads come from our own pages, and from programs that need no leave of a browser.
    allowedOrigins: [],
    namingFunction: () => join(asked().spaceId, randomBytes(16).toString('hex')),
    getFileIdFromRequest: (_request, last) =>
      /^[0-9a-f]{32}$/.test(last ?? '') ? join(asked().spaceId, last ?? '') : undefined,
    generateUrl: (_request, { path, id }) => `${path}/${lastOf(id)}`,
    onUploadCreate: async () => ({ metadata: asked().metadata }),
    onUploadFinish: async (_request, upload) => {
      await complete(asked().spaceId, lastOf(upload.id));
      return {};
    },
    onResponseError: (_request, error) => {
      asked().fault = error;
      return undefined;
    },
  });
  return {
    ask: async (spaceId, request, metadata) => {
      const context: Asking = { spaceId, metadata };
      const response = await asking.run(context, () => server.handleWeb(request));
      if (context.fault !== undefined) throw faultOf(context.fault);
      if (response.status >= 400) throw refusalFor(response.status, await response.text());
      return response;
    },
  };
}

const lastOf = (id: string) => id.slice(id.lastIndexOf('/') + 1);

/** What the tus server throws is a Refusal of ours, an error, or one of its own constants. */
function faultOf(fault: unknown): unknown {
  if (fault === ERRORS.ABORTED) return new SenderGone();
  if (fault === ERRORS.ERR_LOCK_TIMEOUT) return new Refusal('upload-busy');
  if (fault instanceof Refusal || typeof fault !== 'object' || fault === null) return fault;
  if (!('status_code' in fault) || !('body' in fault)) return fault;
  return refusalFor(Number(fault.status_code), String(fault.body));
}

function refusalFor(status: number, says: string): Refusal {
  const detail = says.trim();
  switch (status) {
    case 404:
    case 410:
      return new Refusal('upload-not-found');
    case 409:
      return new Refusal('upload-offset');
    case 412:
      return new Refusal('tus-version');
    case 413:
      return new Refusal('too-large', { detail: 'More was sent than the upload was announced to have.' });
    default:
      return new Refusal('invalid', { errors: [{ pointer: '', message: detail }] });
  }
}
