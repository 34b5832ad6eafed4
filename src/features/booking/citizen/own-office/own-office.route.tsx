import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  changeOffice,
  mayChangeOfficeFrom,
  officeChangeRules,
  officeChangesSince,
  requireVerified,
} from '#features/identity/index.ts';
import {
  findOffice,
  listServedCountries,
  type Office,
  officesServing,
  readOfficeCode,
  searchOffices,
} from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { formValue, readForm } from '#platform/http/form.ts';
import { goTo, localPath, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { ChooseOfficeView } from './choose-office.view.tsx';
import { ownOffice, reviewChange } from './own-office.query.ts';
import { ReviewChangeView } from './review-change.view.tsx';

const mostMunicipalities = 20;

/** `/profile/office`: which office serves the person; what a change does is shown before it is confirmed. */
export function addOwnOffice(app: FastifyInstance, deps: Deps): void {
  app.get('/profile/office', async (request, reply) => {
    requireVerified(request);
    const next = nextOf(queryText(request.query, 'next'));
    const to = await officeChosen(queryText(request.query, 'office'));
    return to ? review(request, reply, { to, next }) : choose(request, reply, next);
  });

  app.post('/profile/office', async (request, reply) => {
    const viewer = requireVerified(request);
    const form = readForm(request, z.object({ office: z.string(), next: z.string().default('') }));
    const next = nextOf(formValue(form.values, 'next'));
    const to = await officeChosen(formValue(form.values, 'office'));
    if (!to) return choose(request, reply.code(422), next);
    if (!form.ok) return review(request, reply.code(form.status), { to, next });
    const now = deps.clock.now();
    const change = { accountId: viewer.accountId, officeId: to.id, now };
    const changed = await transact(deps.db, (tx) => changeOffice(tx, change));
    if (!changed.ok) return review(request, reply.code(409), { to, next });
    app.sessions.forgetAccount(viewer.accountId);
    return goTo(reply, next ?? '/profile?notice=officeChanged');
  });

  async function officeChosen(code: string): Promise<Office | undefined> {
    const known = readOfficeCode(code);
    const office = known === undefined ? undefined : await findOffice(deps.db, known);
    return office?.active ? office : undefined;
  }

  async function choose(request: FastifyRequest, reply: FastifyReply, next: string | undefined) {
    const { accountId } = requireVerified(request);
    const typed = queryText(request.query, 'country').toUpperCase();
    const country = /^[A-Z]{2}$/.test(typed) ? typed : undefined;
    const q = queryText(request.query, 'q').slice(0, 100);
    const [own, countries, serving, municipalities] = await Promise.all([
      ownOffice(deps, accountId),
      listServedCountries(deps.db),
      country === undefined || country === 'IT' ? [] : officesServing(deps.db, country),
      country === 'IT' && q !== ''
        ? searchOffices(deps.db, { q, kind: 'municipal', bookable: true, limit: mostMunicipalities })
        : undefined,
    ]);
    const found = municipalities?.items;
    const view = { context: reply.pageContext(), own, countries, country, q, serving, municipalities: found, next };
    return page(reply, <ChooseOfficeView {...view} />);
  }

  async function review(
    request: FastifyRequest,
    reply: FastifyReply,
    { to, next }: { to: Office; next: string | undefined },
  ) {
    const { accountId } = requireVerified(request);
    const now = deps.clock.now();
    const since = now.subtract({ hours: officeChangeRules.days * 24 });
    const [own, changes] = await Promise.all([
      ownOffice(deps, accountId),
      officeChangesSince(deps.db, { accountId, since }),
    ]);
    if (own.office?.id === to.id) return choose(request, reply, next);
    const view = {
      context: reply.pageContext(),
      own,
      review: await reviewChange(deps, { accountId, to, now }),
      country: queryText(request.query, 'country'),
      mayFrom: mayChangeOfficeFrom(changes),
      next,
    };
    return page(reply, <ReviewChangeView {...view} />);
  }
}

function nextOf(typed: string): string | undefined {
  return typed !== '' && localPath(typed) === typed ? typed : undefined;
}
