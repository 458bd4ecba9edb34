import type { ArchiveReport } from '../../../features/archive/contract.ts';
import { ApiRefusal, Unreachable } from '../../api/api-client.ts';
import { spaceHeader } from '../../offline/space.ts';

/** A large one on a slow line, and home then reads all of it. */
const PATIENCE_MILLISECONDS = 3_600_000;

/**
 * Sends an archive to home, which takes all of it or nothing. `onSent`: how much of it has left, from 0 to 1; after that
 * home reads it. fetch() tells nothing of what was sent. Throws ApiRefusal or Unreachable.
 */
export function sendArchive(file: Blob, onSent: (share: number) => void): Promise<ArchiveReport> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const away = () => reject(new Unreachable('Could not reach home.'));
    request.open('POST', '/api/imports');
    request.setRequestHeader('content-type', 'application/zip');
    for (const [name, value] of Object.entries(spaceHeader())) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.timeout = PATIENCE_MILLISECONDS;
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
    request.onerror = away;
    request.ontimeout = away;
    request.onload = () => {
      if (request.status === 200 && request.response !== null) return resolve(request.response);
      const isProblem = request.getResponseHeader('content-type')?.startsWith('application/problem+json');
      if (isProblem !== true || request.response?.code === 'database-away') return away();
      reject(new ApiRefusal(request.response));
    };
    request.send(file);
  });
}
