import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { mostBytes } from './contacts-file.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The file that came with a form; null when none did. */
    upload: { readonly bytes: Buffer; readonly tooLarge: boolean } | null;
  }
}

/** Lets the forms of these routes carry one file, kept in memory and bounded. Their other fields are read as ever. */
export async function addUploads(app: FastifyInstance): Promise<void> {
  app.decorateRequest('upload', null);
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { files: 1, fields: 10, parts: 12, fileSize: mostBytes, fieldSize: mostBytes, headerPairs: 50 },
    attachFieldsToBody: 'keyValues',
    async onFile(this: FastifyRequest, part) {
      const bytes = await part.toBuffer();
      if (part.filename !== '') this.upload = { bytes, tooLarge: part.file.truncated };
    },
  });
}
