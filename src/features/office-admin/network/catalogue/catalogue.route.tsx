import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { lastEntry } from '#features/audit/index.ts';
import { accountName } from '#features/identity/index.ts';
import { findService, listServices, readOfficeCode, type Service } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, formValue, readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { pathPart } from '#platform/http/path.ts';
import { HttpProblem, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { openNetwork } from '../../at-office.ts';
import { addToCatalogue, catalogueSubject, changeCatalogue, orderCatalogue } from '../../change-catalogue.ts';
import { networkPaths } from '../../paths.ts';
import { faultWords } from '../../words.ts';
import { catalogueTexts } from './catalogue.text.ts';
import { CatalogueView } from './catalogue.view.tsx';
import { entryLanguages, entrySchema, entryShown, newEntrySchema } from './entry.form.ts';
import { CatalogueEntryView } from './entry.view.tsx';

const moving = z.object({ to: z.enum(['up', 'down']) });
const doneWords = ['saved', 'added', 'unchanged'] as const;

/** `/network/catalogue`: the services that offices may offer, with their national texts. */
export function addCataloguePages(app: FastifyInstance, deps: Deps): void {
  app.get(networkPaths.catalogue, async (request, reply) => {
    openNetwork(deps, request);
    return showList(reply, freshForm(request.language, { kinds: ['consular', 'municipal'] }));
  });

  app.post(networkPaths.catalogue, async (request, reply) => {
    const { viewer, now } = openNetwork(deps, request);
    const { language } = request;
    const t = catalogueTexts.for(language);
    const words = (key: string) => (key === 'code.code' ? t('wrongCode') : faultWords(catalogueTexts, language)(key));
    const form = readForm(request, newEntrySchema, words);
    if (!form.ok) return showList(reply.code(form.status), { language, values: form.values, errors: form.errors });
    const { code, name, kinds } = form.value;
    const entry = { kinds, name: { it: name }, summary: { it: name }, bookable: true };
    const { accountId } = viewer;
    const added = await transact(deps.db, (tx) => addToCatalogue(tx, { code, entry, accountId, now }));
    if (added.ok) return goTo(reply, `${networkPaths.catalogueEntry(code)}?done=added`);
    const errors = [fieldError('code', added.reason, language, t(added.reason))];
    return showList(reply.code(422), { language, values: form.values, errors });
  });

  app.get(networkPaths.catalogueEntry(':code'), async (request, reply) => {
    openNetwork(deps, request);
    const service = await requireService(request);
    const done = doneWords.find((known) => known === queryText(request.query, 'done'));
    return show(request, reply, service, freshForm(request.language, entryShown(service)), done);
  });

  app.post(networkPaths.catalogueEntry(':code'), async (request, reply) => {
    const { viewer, now } = openNetwork(deps, request);
    const service = await requireService(request);
    const { language } = request;
    const words = faultWords(catalogueTexts, language);
    const form = readForm(request, entrySchema(languagesOf(request, service), service), words);
    if (!form.ok) {
      const state = { language, values: form.values, errors: form.errors };
      return show(request, reply.code(form.status), service, state);
    }
    const seen = formValue(form.values, 'seen');
    const saved = await transact(deps.db, (tx) =>
      changeCatalogue(tx, {
        code: service.code,
        entry: form.value,
        isAsSeen: (current) => entryShown(current)['seen'] === seen,
        accountId: viewer.accountId,
        now,
      }),
    );
    if (saved.ok) {
      const done = saved.changed > 0 ? 'saved' : 'unchanged';
      return goTo(reply, `${networkPaths.catalogueEntry(service.code)}?done=${done}`);
    }
    const errors = [fieldError('', saved.reason, language, words(saved.reason))];
    const fresh = await requireService(request);
    const values = { ...form.values, seen: String(entryShown(fresh)['seen'] ?? '') };
    return show(request, reply.code(409), fresh, { language, values, errors });
  });

  app.post(networkPaths.moveCatalogueEntry(':code'), async (request, reply) => {
    const { viewer, now } = openNetwork(deps, request);
    const { code } = await requireService(request);
    readPost(request);
    const wish = moving.safeParse(request.body);
    if (!wish.success) throw new HttpProblem(422, 'invalid-request');
    const { to } = wish.data;
    await transact(deps.db, (tx) => orderCatalogue(tx, { code, to, accountId: viewer.accountId, now }));
    return goTo(reply, networkPaths.catalogue);
  });

  async function showList(reply: FastifyReply, form: FormState): Promise<FastifyReply> {
    const services = await listServices(deps.db);
    return page(reply, <CatalogueView context={reply.pageContext()} services={services} form={form} />);
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    service: Service,
    form: FormState,
    done?: (typeof doneWords)[number],
  ): Promise<FastifyReply> {
    const last = await lastEntry(deps.db, { officeId: null, subject: catalogueSubject(service.code) });
    const changed = last && { at: last.at, by: (await accountName(deps.db, last.accountId)) ?? '' };
    const view = { context: reply.pageContext(), service, form, languages: languagesOf(request, service), changed };
    return page(reply, <CatalogueEntryView {...view} done={done} />);
  }

  async function requireService(request: FastifyRequest): Promise<Service> {
    const code = readOfficeCode(pathPart(request, 'code'));
    const service = code === undefined ? undefined : await findService(deps.db, code);
    if (service === undefined) throw notFound();
    return service;
  }
}

function languagesOf(request: FastifyRequest, service: Service): readonly string[] {
  return entryLanguages(service, queryText(request.query, 'with'));
}
