import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addFileFields } from '#platform/http/file-fields.ts';
import { addAskPage } from './citizen/ask.route.tsx';
import { addThreadPages } from './citizen/thread.route.tsx';
import { longestText, mostPictureBytes, mostPictures } from './help.rules.ts';
import { addInboxPages } from './office/inbox.route.tsx';

/** Asking for help and answering, as threads. */
export function addHelpPages(app: FastifyInstance, deps: Deps): void {
  void app.register(async (pages) => {
    await addFileFields(pages, { files: mostPictures, bytes: mostPictureBytes + 1, fieldBytes: longestText * 4 });
    addAskPage(pages, deps);
    addThreadPages(pages, deps);
    addInboxPages(pages, deps);
  });
}
