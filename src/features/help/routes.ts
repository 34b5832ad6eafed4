import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addFileFields } from '#platform/http/file-fields.ts';
import { networkOf } from '#platform/http/network-of.ts';
import { addAskPage } from './citizen/ask.route.tsx';
import { addThreadPages } from './citizen/thread.route.tsx';
import { longestText, mostPictureBytes, mostPictures } from './help.rules.ts';
import { addInboxPages } from './office/inbox.route.tsx';

/** Asking for help and answering, as threads; `office` has the connections of those who answer. */
export function addHelpPages(app: FastifyInstance, deps: Deps, office: Deps = deps): void {
  void app.register(async (pages) => {
    const most = { files: mostPictures, bytes: mostPictureBytes + 1, fieldBytes: longestText * 4 };
    await addFileFields(pages, most, senderOf);
    addAskPage(pages, deps);
    addThreadPages(pages, deps);
    addInboxPages(pages, office);
  });
}

function senderOf({ viewer, ip }: FastifyRequest): string | undefined {
  return viewer === null ? networkOf(ip) : `account ${viewer.accountId}`;
}
