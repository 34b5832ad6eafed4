import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from '#platform/http/problem.ts';
import { mostBytes } from './contacts-file.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The file that came with a form; null when none did. */
    upload: { readonly bytes: Buffer; readonly tooLarge: boolean } | null;
    /** The body is being read: what fails now is the body's fault. */
    isUploading: boolean;
  }
}

/** Lets the forms of these routes carry one file, kept in memory and bounded. Their other fields are read as ever. */
export async function addUploads(app: FastifyInstance): Promise<void> {
  app.decorateRequest('upload', null);
  app.decorateRequest('isUploading', false);
  app.addHook('preParsing', async (request) => {
    request.isUploading = true;
  });
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { files: 1, fields: 10, parts: 12, fileSize: mostBytes, fieldSize: mostBytes, headerPairs: 50 },
    attachFieldsToBody: 'keyValues',
    async onFile(this: FastifyRequest, part) {
      const bytes = await part.toBuffer();
      if (part.filename !== '') this.upload = { bytes, tooLarge: part.file.truncated };
    },
  });
  app.addHook('preValidation', async (request) => {
    request.isUploading = false;
  });
  // The reader's errors have no status: a body cut off on its way is a bad request, and no failure of ours.
  app.setErrorHandler((error: Error, request) => {
    throw request.isUploading && !('statusCode' in error) ? new HttpProblem(400, 'bad-request') : error;
  });
}
