import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { officeContacts } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { addFileFields } from '#platform/http/file-fields.ts';
import { fieldError, readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { numberInPath } from '#platform/http/path.ts';
import { openNetwork } from '../at-office.ts';
import { networkPaths } from '../paths.ts';
import { applyContacts, findImport, keepImport } from './apply-contacts.ts';
import { decodeFile, type FileFault, mostBytes, readContacts, writeContacts } from './contacts-file.ts';
import { ImportDoneView, ContactsPlanView } from './contacts-plan.view.tsx';
import { importFaults } from './contacts.text.ts';
import { ContactsView } from './contacts.view.tsx';
import { planContacts } from './plan-contacts.ts';

const sent = z.object({ rows: z.string().default('') });

/** Contacts of many offices from a file: sent, looked at, applied. */
export async function addContactsPages(app: FastifyInstance, deps: Deps): Promise<void> {
  const most = { files: 1, bytes: mostBytes, fieldBytes: mostBytes };
  await addFileFields(app, most, ({ viewer }) => (viewer === null ? undefined : `account ${viewer.accountId}`));

  app.get(networkPaths.contacts, async (request, reply) => {
    openNetwork(deps, request);
    return show(reply, freshForm(request.language));
  });

  app.post(networkPaths.contacts, { bodyLimit: 2 * mostBytes }, async (request, reply) => {
    const { viewer, now } = openNetwork(deps, request);
    const { language } = request;
    const form = readForm(request, sent);
    if (!form.ok) return show(reply.code(form.status), { language, values: {}, errors: form.errors });
    const read = contentOf(request, form.value.rows);
    if (!read.ok) {
      const name = request.sentFiles.length === 0 ? 'rows' : 'file';
      const message = importFaults.for(language)(read.fault.reason, { ...read.fault });
      const errors = [fieldError(name, read.fault.reason, language, message)];
      const status = read.fault.reason === 'too-large' ? 413 : 422;
      return show(reply.code(status), { language, values: form.values, errors });
    }
    const kept = await transact(deps.db, (tx) =>
      keepImport(tx, { content: read.content, accountId: viewer.accountId, now }),
    );
    return goTo(reply, networkPaths.contactsImport(kept.id));
  });

  app.get('/network/contacts/:import', async (request, reply) => {
    const { viewer } = openNetwork(deps, request);
    const id = numberInPath(request, 'import');
    return showImport(reply, id, viewer.accountId);
  });

  app.post('/network/contacts/:import/apply', async (request, reply) => {
    const { viewer, now } = openNetwork(deps, request);
    const id = numberInPath(request, 'import');
    readPost(request);
    const { accountId } = viewer;
    const applied = await transact(deps.db, (tx) => applyContacts(tx, { id, accountId, now }));
    if (!applied.ok && applied.reason === 'unknown') throw notFound();
    // Faults that were not there before: an office changed meanwhile. The page shows them.
    return applied.ok ? goTo(reply, networkPaths.contactsImport(id)) : showImport(reply.code(409), id, accountId);
  });

  app.get(networkPaths.exportFile, async (request, reply) => {
    openNetwork(deps, request);
    return sendFile(reply, 'turno-contatti.csv', writeContacts(await officeContacts(deps.db, {})));
  });

  app.get(networkPaths.template, async (request, reply) => {
    openNetwork(deps, request);
    return sendFile(reply, 'turno-contatti-modello.csv', writeContacts([]));
  });

  async function showImport(reply: FastifyReply, id: number, accountId: number): Promise<FastifyReply> {
    const kept = await findImport(deps.db, { id, accountId });
    if (kept === undefined) throw notFound();
    const context = reply.pageContext();
    if (kept.changed !== null) return page(reply, <ImportDoneView context={context} changed={kept.changed} />);
    const planned = await planContacts(deps.db, { content: kept.content });
    if (!planned.ok) throw notFound();
    return page(reply, <ContactsPlanView context={context} id={id} plan={planned.plan} />);
  }

  function show(reply: FastifyReply, form: FormState): FastifyReply {
    return page(reply, <ContactsView context={reply.pageContext()} form={form} />);
  }
}

type Fault = FileFault | { reason: 'no-file' | 'too-large' };

/** What was sent, as text that can be read: the file, or what was pasted. */
function contentOf(
  request: FastifyRequest,
  pasted: string,
): { ok: true; content: string } | { ok: false; fault: Fault } {
  const [upload] = request.sentFiles;
  if (upload?.tooLarge || Buffer.byteLength(pasted) >= mostBytes) return { ok: false, fault: { reason: 'too-large' } };
  const content = upload === undefined ? pasted : decodeFile(upload.bytes);
  if (content === undefined) return { ok: false, fault: { reason: 'not-text' } };
  if (upload === undefined && content.trim() === '') return { ok: false, fault: { reason: 'no-file' } };
  const read = readContacts(content);
  return read.ok ? { ok: true, content } : read;
}

function sendFile(reply: FastifyReply, name: string, content: string): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(content);
}
