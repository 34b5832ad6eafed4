import type { FastifyRequest } from 'fastify';
import { type Examined, examinePhoto, photoRules } from '#features/photo/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { readFiles } from '../attachments/read-files.ts';

/** What came of a form with a photo. */
export interface ReceivedPhoto {
  /** a form of ours; otherwise nothing was looked at */
  readonly own: boolean;
  readonly fields: Readonly<Record<string, string>>;
  /** undefined when no file was chosen */
  readonly examined: Examined | undefined;
}

/** Reads the photo that a form or a program sends, and looks at it: the first file counts, whatever its field is called. */
export async function receivePhoto(
  deps: Deps,
  request: FastifyRequest,
  { accountId, zone, withoutForm = false }: { accountId: number; zone: string; withoutForm?: boolean },
): Promise<ReceivedPhoto> {
  const today = dayIn(deps.clock.now(), zone);
  let examined: Examined | undefined;
  const read = await readFiles(request, {
    accountId,
    withoutForm,
    mostOf: () => (examined === undefined ? photoRules.file.mostBytes : undefined),
    take: async (sent) => {
      examined = await examinePhoto(sent, { today });
    },
  });
  return { ...read, examined };
}
