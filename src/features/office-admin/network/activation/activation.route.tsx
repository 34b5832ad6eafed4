import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { certifiedAccountFor, certifiedTrails } from '#features/certified-mail/index.ts';
import { emailField } from '#features/identity/index.ts';
import { certifiedAddressOf, type Office, officeAt, searchOffices } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { enqueue } from '#platform/outbox.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { lastActivation, listActivations, startActivation, withdrawActivation } from '../../activation/activation.ts';
import { activationLetter, type CertifiedActivation } from '../../activation/certified-subject.ts';
import { openNetwork } from '../../at-office.ts';
import { networkPaths } from '../../paths.ts';
import { faultWords } from '../../words.ts';
import { activationFaults } from './activation.text.ts';
import { ActivationView } from './activation.view.tsx';
import { ActivationsView } from './activations.view.tsx';

const schema = z.object({ recipient: emailField });
const most = 50;

/** `/network/activations` and `/network/activations/{office}`: opening an office to its municipality. */
export function addActivationPages(app: FastifyInstance, deps: Deps): void {
  app.get(networkPaths.activations, async (request, reply) => {
    openNetwork(deps, request);
    const q = (queryText(request.query, 'q') ?? '').replaceAll('\0', '').trim().slice(0, 100);
    const found = q === '' ? [] : (await searchOffices(deps.db, { q, kind: 'municipal', limit: 20 })).items;
    const list = await listActivations(deps.db, most);
    const props = { context: reply.pageContext(), q, found, list, now: deps.clock.now() };
    return page(reply, <ActivationsView {...props} />);
  });

  app.get('/network/activations/:office', async (request, reply) => {
    openNetwork(deps, request);
    const office = await requireOffice(request);
    const known = office.municipalityCode ? await certifiedAddressOf(deps.db, office.municipalityCode) : undefined;
    return show(reply, office, freshForm(request.language, { recipient: known ?? '' }));
  });

  app.post('/network/activations/:office', async (request, reply) => {
    const { viewer, now } = openNetwork(deps, request);
    const office = await requireOffice(request);
    const { language } = request;
    const form = readForm(request, schema, faultWords(activationFaults, language));
    if (!form.ok) return show(reply.code(form.status), office, { language, values: form.values, errors: form.errors });
    const certified = await certifiedAccountFor(deps.db, office.id);
    await transact(deps.db, async (tx) => {
      const way = certified ? 'certified' : 'by-hand';
      const about = {
        officeId: office.id,
        recipient: form.value.recipient,
        way,
        accountId: viewer.accountId,
        now,
      } as const;
      const { id } = await startActivation(tx, about);
      const payload: CertifiedActivation = { about: 'activation', activationId: id };
      if (certified) await enqueue(tx, { task: 'send-certified', payload, at: now });
      return { ok: true };
    });
    return goTo(reply, networkPaths.activation(office.code));
  });

  app.post('/network/activations/:office/withdraw', async (request, reply) => {
    const { now } = openNetwork(deps, request);
    const office = await requireOffice(request);
    readPost(request);
    await transact(deps.db, async (tx) => {
      await withdrawActivation(tx, { officeId: office.id, now });
      return { ok: true };
    });
    return goTo(reply, networkPaths.activation(office.code));
  });

  async function requireOffice(request: FastifyRequest): Promise<Office> {
    const office = await officeAt(deps.db, pathPart(request, 'office'));
    if (office === undefined) throw notFound('unknown-office');
    return office;
  }

  async function show(reply: FastifyReply, office: Office, form: FormState): Promise<FastifyReply> {
    const { db, secrets, clock } = deps;
    const activation = await lastActivation(db, office.id);
    const trails = activation
      ? await certifiedTrails(db, secrets, { about: 'activation', aboutId: activation.id })
      : [];
    const letter = activation && activationLetter(deps, activation);
    const sender = (await certifiedAccountFor(db, office.id))?.sender;
    const props = { office, form, activation, letter, trails, sender, now: clock.now() };
    return page(reply, <ActivationView context={reply.pageContext()} {...props} />);
  }
}
