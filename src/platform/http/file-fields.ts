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
    attachFieldsToBody: 'keyValues',
    async onFile(this: FastifyRequest, part) {
      const bytes = await part.toBuffer();
      const { fieldname: field, filename: name } = part;
      if (name !== '') this.sentFiles.push({ field, name, bytes, tooLarge: part.file.truncated });
    },
  });
  app.addHook('preValidation', async (request) => {
    request.isReadingFiles = false;
  });
  // The reader's errors have no status: a body cut off on its way is a bad request, and no failure of ours.
  app.setErrorHandler((error: Error & { code?: string }, request) => {
    if (error.code === 'FST_FILES_LIMIT' || error.code === 'FST_PARTS_LIMIT')
      throw new HttpProblem(413, 'too-many-files');
    throw request.isReadingFiles && !('statusCode' in error) ? new HttpProblem(400, 'bad-request') : error;
  });
}
