import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { listOfferings, listServices, type Offering, offeringAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { HttpProblem, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { pathPart } from '#platform/http/path.ts';
import { type AtOffice, openOfficeSettings } from '../at-office.ts';
import { changeService, giveService } from '../change-service.ts';
import { settingsPaths } from '../paths.ts';
import { faultWords } from '../words.ts';
import { serviceFaults } from './service/service.text.ts';
import { servicesDone, ServicesView } from './services.view.tsx';

const added = z.object({ service: z.string('required-choice').min(1, 'required-choice').max(80, 'unknown') });
const switched = z.object({ active: z.enum(['yes', 'no']) });

/** `/office/{office}/services`: what is booked at an office, and by which rules. */
export function addServicesPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/services', async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    const done = servicesDone.find((known) => known === queryText(request.query, 'done'));
    return showList(reply, at, freshForm(request.language), done);
  });

  app.post('/office/:office/services', async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    if (!at.isNetwork) throw new HttpProblem(403, 'forbidden');
    const { language } = request;
    const words = faultWords(serviceFaults, language);
    const form = readForm(request, added, words);
    if (!form.ok) return showList(reply.code(form.status), at, { language, ...form });
    const { office, viewer, now } = at;
    const given = await transact(deps.db, (tx) =>
      giveService(tx, { office, serviceCode: form.value.service, accountId: viewer.accountId, now }),
    );
    if (given.ok) return goTo(reply, `${settingsPaths.services(office.code)}?done=added`);
    const errors = [fieldError('service', given.reason, language, words(given.reason))];
    return showList(reply.code(422), at, { language, values: form.values, errors });
  });

  app.post('/office/:office/services/:service/switch', async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    const offering = await requireOffering(at, pathPart(request, 'service'));
    readPost(request);
    const wish = switched.safeParse(request.body);
    if (!wish.success) throw new HttpProblem(422, 'invalid-request');
    const active = wish.data.active === 'yes';
    await change(at, offering, { active });
    return goTo(reply, `${settingsPaths.services(at.office.code)}?done=${active ? 'switchedOn' : 'switchedOff'}`);
  });

  function change(at: AtOffice, offering: Offering, rules: Parameters<typeof changeService>[1]['rules']) {
    const { office, viewer, now } = at;
    const accountId = viewer.accountId;
    return transact(deps.db, (tx) => changeService(tx, { officeId: office.id, offering, rules, accountId, now }));
  }

  async function requireOffering(at: AtOffice, code: string): Promise<Offering> {
    const offering = await offeringAt(deps.db, at.office.id, code);
    if (offering === undefined) throw notFound();
    return offering;
  }

  async function showList(
    reply: FastifyReply,
    at: AtOffice,
    form: FormState,
    done?: (typeof servicesDone)[number],
  ): Promise<FastifyReply> {
    const [offerings, catalogue] = await Promise.all([listOfferings(deps.db, at.office.id), listServices(deps.db)]);
    const there = new Set(offerings.map(({ serviceCode }) => serviceCode));
    const missing = catalogue.filter(({ code, kinds }) => kinds.includes(at.office.kind) && !there.has(code));
    const addable = at.isNetwork ? missing : undefined;
    return page(reply, <ServicesView {...{ context: reply.pageContext(), at, offerings, addable, form, done }} />);
  }
}
