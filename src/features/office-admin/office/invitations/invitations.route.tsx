import type { FastifyInstance, FastifyReply } from 'fastify';
import { audit } from '#features/audit/index.ts';
import { invitationsOf, makeInvitations, revokeInvitation } from '#features/booking/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { isLanguage } from '#platform/language.ts';
import { numberInPath } from '#platform/http/path.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { settingsPaths } from '../../paths.ts';
import { faultWords } from '../../words.ts';
import { type AtOffering, openOffering } from '../questions/at-offering.ts';
import { invitationsSchema } from './invitations.form.ts';
import { invitationFaults } from './invitations.text.ts';
import { invitationsDone, InvitationsView } from './invitations.view.tsx';

const shownAtMost = 500;
/** How long an invitation is good for, unless the office says otherwise. */
const usualDays = 30;

/** The office's first language among those its letters can be written in. */
const usualLanguage = ({ office }: AtOffering) => office.languages.find(isLanguage) ?? 'it';

/** `/office/{office}/services/{service}/invitations`: whom an office invites to book a service. */
export function addInvitationPages(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/services/:service/invitations';

  app.get(address, async (request, reply) => {
    const at = await openOffering(deps, request);
    const done = invitationsDone.find((known) => known === queryText(request.query, 'done'));
    const until = dayIn(at.now, at.office.timeZone).add({ days: usualDays }).toString();
    const values = { count: '1', until, write: 'yes', language: usualLanguage(at) };
    return show(reply, at, freshForm(request.language, values), done);
  });

  app.post(address, async (request, reply) => {
    const at = await openOffering(deps, request);
    const { language } = request;
    const { office, offering, viewer, now } = at;
    const today = dayIn(now, office.timeZone);
    const form = readForm(
      request,
      invitationsSchema(today, { usual: usualLanguage(at) }),
      faultWords(invitationFaults, language),
    );
    if (!form.ok) return show(reply.code(form.status), at, { language, values: form.values, errors: form.errors });
    const { until, ...wish } = form.value;
    // Good all through its last day, on the office's calendar.
    const validUntil = until.add({ days: 1 }).toZonedDateTime(office.timeZone).toInstant();
    const { accountId } = viewer;
    await transact(deps.db, async (tx) => {
      const made = await makeInvitations(tx, deps.secrets, {
        ...wish,
        offeringId: offering.id,
        validUntil,
        operatorId: accountId,
        now,
      });
      const subject = `service:${offering.serviceCode}`;
      const detail = { count: made.made };
      await audit(tx, { at: now, accountId, officeId: office.id, action: 'make-invitations', subject, detail });
      return made;
    });
    return goTo(reply, `${settingsPaths.invitations(office.code, offering.serviceCode)}?done=made`);
  });

  app.post(`${address}/:id/revoke`, async (request, reply) => {
    const at = await openOffering(deps, request);
    const id = numberInPath(request, 'id');
    readPost(request);
    const { office, offering, viewer, now } = at;
    const { revoked } = await transact(deps.db, async (tx) => {
      const outcome = await revokeInvitation(tx, { offeringId: offering.id, id, now });
      const entry = { at: now, accountId: viewer.accountId, officeId: office.id, subject: `invitation:${id}` };
      if (outcome.revoked) await audit(tx, { ...entry, action: 'revoke-invitation' });
      return outcome;
    });
    const list = settingsPaths.invitations(office.code, offering.serviceCode);
    return goTo(reply, revoked ? `${list}?done=revoked` : list);
  });

  async function show(
    reply: FastifyReply,
    at: AtOffering,
    form: FormState,
    done?: (typeof invitationsDone)[number],
  ): Promise<FastifyReply> {
    const filter = { offeringId: at.offering.id, now: at.now, most: shownAtMost };
    const invitations = await invitationsOf(deps.db, deps.secrets, filter);
    return page(reply, <InvitationsView {...{ context: reply.pageContext(), at, invitations, form, done }} />);
  }
}
