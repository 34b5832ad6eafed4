import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Photos that are all sent in the same moment, each by somebody else. */
export interface UploadWish {
  readonly port: number;
  readonly senders: readonly { readonly code: string; readonly token: string }[];
  /** JPEGs on the disk, sent in turn */
  readonly files: readonly string[];
}

export interface UploadResult {
  /** how many answers had which status; who is told to come back does */
  readonly statuses: Readonly<Record<string, number>>;
  /** seconds until the last one was through, and how long one waited from the first try, of all and of the slowest tenth */
  readonly seconds: number;
  readonly p50: number;
  readonly p90: number;
  /** who was put off for so long that they gave up */
  readonly gaveUp: number;
  /** the verdicts that came back */
  readonly verdicts: Readonly<Record<string, number>>;
}

export function sendUploads(wish: UploadWish): Promise<UploadResult> {
  const { promise, resolve, reject } = Promise.withResolvers<UploadResult>();
  const child = fork(fileURLToPath(new URL('upload-process.ts', import.meta.url)));
  child.once('message', (result) => resolve(result as UploadResult));
  child.once('error', reject);
  child.once('exit', (code) => reject(new Error(`sending photos ended with ${code}`)));
  child.send(wish);
  return promise;
}
