import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from './problem.ts';
import { uploadGate } from './upload-gate.ts';

/** A file that came with a form, as sent: what it is called proves nothing. */
export interface SentFile {
  readonly field: string;
  readonly name: string;
  /** cut off at the limit when it was larger */
  readonly bytes: Buffer;
  readonly tooLarge: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    sentFiles: SentFile[];
    /** The body is being read: what fails now is the body's fault. */
    isReadingFiles: boolean;
  }
}

/** Lets the forms of these routes carry some files, in memory and bounded. Their other fields are read as ever. */
export async function addFileFields(
  app: FastifyInstance,
  most: { readonly files: number; readonly bytes: number; readonly fieldBytes: number },
  /** Whoever sends: a few at a time of each. */
  whoOf: (request: FastifyRequest) => string | undefined,
): Promise<void> {
  app.decorateRequest('sentFiles');
  app.decorateRequest('isReadingFiles', false);
  app.addHook('preParsing', async (request) => {
    request.sentFiles = [];
    request.isReadingFiles = true;
  });
  // Nobody need be logged in to send: files are taken into memory a few forms at a time, and let go with the answer.
  app.addHook('preValidation', async (request, reply) => {
    if (!request.isMultipart()) return;
    const makeWay = () => void request.raw.destroy();
    const leave = await uploadGate.enter({ who: whoOf(request), makeWay });
    if (reply.raw.closed) leave();
    else reply.raw.once('finish', leave).once('close', leave);
  });
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: {
      // One more than allowed is read, so that it can be told of.
      files: most.files + 1,
      fields: 30,
      parts: most.files + 31,
      fileSize: most.bytes,
      fieldSize: most.fieldBytes,
      headerPairs: 50,
    },
  });
  // The reader's own way to fill the body would have each process load what browsers call FormData: 7 MB that nobody uses.
  app.addHook('preValidation', async (request) => {
    if (request.isMultipart()) request.body = await readParts(request);
    request.isReadingFiles = false;
  });
  // The reader's errors have no status: a body cut off on its way is a bad request, and no failure of ours.
  app.setErrorHandler((error: Error & { code?: string }, request) => {
    if (error.code === 'FST_FILES_LIMIT' || error.code === 'FST_PARTS_LIMIT')
      throw new HttpProblem(413, 'too-many-files');
    throw request.isReadingFiles && !('statusCode' in error) ? new HttpProblem(400, 'bad-request') : error;
  });
}

/** The fields of the form by name, as any other form's; its files are put down on the request. */
async function readParts(request: FastifyRequest): Promise<Record<string, unknown>> {
  const values = new Map<string, unknown[]>();
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      values.set(part.fieldname, [...(values.get(part.fieldname) ?? []), part.value]);
      continue;
    }
    const bytes = await part.toBuffer();
    const { fieldname: field, filename: name } = part;
    if (name !== '') request.sentFiles.push({ field, name, bytes, tooLarge: part.file.truncated });
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all]));
}
