import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isOwnToken } from '#platform/http/csrf.ts';
import type { SentFile } from '#platform/http/file-fields.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { uploadGate } from '#platform/http/upload-gate.ts';

export interface ReadRequest {
  /** What a field takes at most, in bytes; undefined for a field that takes none. */
  readonly mostOf: (field: string) => number | undefined;
  /** Whose files they are. */
  readonly accountId: number;
  /**
   * Done with each file before the next one is read, so that one request keeps one file in memory. `leave` gives the place among
   * those who are read to others before that: for whoever keeps the file where its memory is counted too.
   */
  readonly take: (file: SentFile, leave: () => void) => Promise<void>;
  /** Logged in by a token or a header rather than by a form of ours. */
  readonly withoutForm?: boolean;
}

const largest = 10 * 1024 * 1024;

/** Lets the forms of these routes carry files. */
export async function addFileForms(scope: FastifyInstance): Promise<void> {
  await scope.register(multipart, {
    throwFileSizeLimit: false,
    limits: { files: 12, fields: 12, parts: 24, fileSize: largest + 1, fieldSize: 2000, headerPairs: 50 },
  });
}

/**
 * Reads a form with files part by part, unlike `addFileFields` of the platform, which takes a form's few small files whole:
 * there may be twelve here of ten megabytes each, so each is kept, encrypted, before the next one is read from the line. Nothing is taken before the form's token has been seen, which stands first;
 * answers whether it was a form of ours, and its other fields.
 */
export async function readFiles(
  request: FastifyRequest,
  { mostOf, accountId, take, withoutForm = false }: ReadRequest,
): Promise<{ own: boolean; fields: Readonly<Record<string, string>> }> {
  const fields: Record<string, string> = {};
  let own = withoutForm || request.csrfValid;
  if (!request.isMultipart()) return { own, fields };
  const makeWay = () => void request.raw.destroy();
  const leave = await uploadGate.enter({ who: `account ${accountId}`, makeWay });
  if (hasHungUp(request)) {
    leave();
    throw new HttpProblem(400, 'bad-request');
  }
  let taking = false;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        const value = typeof part.value === 'string' ? part.value : '';
        if (part.fieldname === '_csrf') own ||= isOwnToken(request, value);
        else fields[part.fieldname] = value;
        continue;
      }
      const most = own ? mostOf(part.fieldname) : undefined;
      const name = part.filename ?? '';
      if (most === undefined || name === '') {
        part.file.resume();
        continue;
      }
      const read = await upTo(part.file, most);
      taking = true;
      await take({ field: part.fieldname, name, ...read }, leave);
      taking = false;
    }
  } catch (error) {
    // The reader's errors have no status: a body cut off on its way is a bad request, and no failure of ours.
    throw taking || (error instanceof Error && 'statusCode' in error) ? error : new HttpProblem(400, 'bad-request');
  } finally {
    leave();
  }
  return { own, fields };
}

/** Whoever went away while waiting: a reader that begins after that would wait for the next part without end. */
function hasHungUp({ raw }: FastifyRequest): boolean {
  return raw.destroyed;
}

/** A file's bytes up to a limit; what comes after it is read and forgotten. */
async function upTo(stream: AsyncIterable<Buffer>, most: number): Promise<{ bytes: Buffer; tooLarge: boolean }> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length <= most) parts.push(part);
    else parts.length = 0;
  }
  return length > most ? { bytes: Buffer.alloc(0), tooLarge: true } : { bytes: Buffer.concat(parts), tooLarge: false };
}
