import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Office, type Offering, officeAt, offeringAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { rememberInvitation, tryCode } from '../../invitations/invited.ts';
import { invitationTexts } from '../../invitations/invitation.text.ts';
import { InvitationView } from './invitation.view.tsx';

interface ServicePath {
  Params: { office: string; service: string };
}

const typed = z.object({ code: z.string('required').trim().min(1, 'required').max(40, 'unknown') });

/** `/offices/:office/:service/invitation`: the code that opens a service by invitation. */
export function addInvitationPage(app: FastifyInstance, deps: Deps): void {
  const address = '/offices/:office/:service/invitation';

  app.get<ServicePath>(address, async (request, reply) => {
    const place = await findPlace(request);
    // As the link of a letter brings it.
    const code = queryText(request.query, 'code')?.slice(0, 20) ?? '';
    return show(reply, place, freshForm(request.language, { code }));
  });

  app.post<ServicePath>(address, async (request, reply) => {
    const { office, offering } = await findPlace(request);
    const { language } = request;
    const t = invitationTexts.for(language);
    const words = (key: string) => (key === 'required' || key === 'unknown' ? t(key) : undefined);
    const form = readForm(request, typed, words);
    if (!form.ok) {
      const state = { language, values: form.values, errors: form.errors };
      return show(reply.code(form.status), { office, offering }, state);
    }
    const found = await tryCode(deps, request, { typed: form.value.code, offeringId: offering.id });
    if (!found.ok) {
      const errors = [fieldError('code', found.reason, language, t(found.reason))];
      return show(reply.code(422), { office, offering }, { language, values: form.values, errors });
    }
    rememberInvitation(deps, reply, { id: found.id, offeringId: offering.id });
    return goTo(reply, `/offices/${office.code}/${offering.serviceCode}`);
  });

  async function findPlace({ params }: FastifyRequest<ServicePath>): Promise<{ office: Office; offering: Offering }> {
    const office = await officeAt(deps.db, params.office);
    const offering = office && (await offeringAt(deps.db, office.id, params.service));
    if (!office || !offering?.inviteOnly) throw notFound();
    return { office, offering };
  }

  function show(reply: FastifyReply, place: { office: Office; offering: Offering }, form: FormState): FastifyReply {
    return page(reply, <InvitationView context={reply.pageContext()} {...place} form={form} />);
  }
}
