import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type Examined, examinePhoto, photoRules } from '#features/photo/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { readFiles } from '../attachments/read-files.ts';
import { busySeconds } from './busy.ts';

/** What came of a form with a photo. */
export interface ReceivedPhoto {
  /** a form of ours; otherwise nothing was looked at */
  readonly own: boolean;
  readonly fields: Readonly<Record<string, string>>;
  /** undefined when no file was chosen, or nobody had time to look at it */
  readonly examined: Examined | undefined;
  /** of the bytes that were sent: whether they are the same again; undefined when no file was chosen */
  readonly digest: string | undefined;
  /** Too many photos were being looked at: it may be sent again after so many seconds. */
  readonly busyFor: number | undefined;
}

/** Reads the photo that a form or a program sends, and looks at it: the first file counts, whatever its field is called. */
export async function receivePhoto(
  deps: Deps,
  request: FastifyRequest,
  { accountId, zone, withoutForm = false }: { accountId: number; zone: string; withoutForm?: boolean },
): Promise<ReceivedPhoto> {
  const today = dayIn(deps.clock.now(), zone);
  let examined: Examined | undefined;
  let digest: string | undefined;
  let busyFor: number | undefined;
  const reading = readFiles(request, {
    accountId,
    withoutForm,
    mostOf: () => (examined === undefined && busyFor === undefined ? photoRules.file.mostBytes : undefined),
    take: async (sent, leave) => {
      digest = createHash('sha256').update(sent.bytes).digest('base64url');
      try {
        const looking = examinePhoto(sent, { today, who: `account ${accountId}` });
        // It is read, and the line of photos has it: others' files need not wait for what is found.
        leave();
        examined = await looking;
      } catch (error) {
        busyFor = busySeconds(error);
      }
    },
  });
  try {
    const read = await reading;
    return { ...read, examined, digest, busyFor };
  } catch (error) {
    // Too many are sent at this moment: nothing of it was read, and the same page says when to try again.
    return { own: true, fields: {}, examined: undefined, digest, busyFor: busySeconds(error) };
  }
}
