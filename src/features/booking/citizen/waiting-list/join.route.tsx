import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireVerified } from '#features/identity/index.ts';
import { type Offering, offeringAt, type Office, officeAt, readPartySize } from '#features/offices/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { eligibilityBox } from '../../eligibility/eligibility-box.tsx';
import { whyNotEligible } from '../../eligibility/eligible.ts';
import { liveEntry } from '../../waiting-list/entry.query.ts';
import { joinList } from '../../waiting-list/join.ts';
import { listFacts } from '../../waiting-list/list-facts.query.ts';
import { otherOffices } from '../../waiting-list/other-offices.query.ts';
import { type JoinProps, JoinView } from './join.view.tsx';
import { valuesFromQuery, wishesSchema, wishQuery } from './wishes.form.ts';
import { wishFaults, wishesTexts } from './wishes.text.ts';

interface ServicePath {
  Params: { office: string; service: string };
}

interface At {
  readonly office: Office;
  readonly offering: Offering;
}

const address = '/offices/:office/:service/waiting-list';

/** Joining the waiting list of a service. Wishes come first, the login last; they come back by the address. */
export function addJoinPage(app: FastifyInstance, deps: Deps): void {
  app.get<ServicePath>(address, async (request, reply) => {
    const at = await open(request);
    const party = readPartySize(queryText(request.query, 'party'), at.offering.partyMax);
    const values = valuesFromQuery(request.query, party);
    const isChecked = request.viewer !== null && queryText(request.query, 'checked') !== '';
    if (isChecked) requireVerified(request);
    const refused = request.viewer ? await alreadyWaiting(request.viewer.accountId, at) : undefined;
    return show(request, reply, at, { values, errors: [] }, { isChecked, refused });
  });

  app.post<ServicePath>(address, async (request, reply) => {
    const at = await open(request);
    const { language } = request;
    const now = deps.clock.now();
    const today = dayIn(now, at.office.timeZone);
    const form = readForm(request, wishesSchema({ partyMax: at.offering.partyMax, today }), wishFaults(language));
    if (!form.ok) return show(request, reply.code(form.status), at, form);
    if (!request.viewer?.emailVerified) {
      const back = `${pathOf(at)}?${wishQuery(form.values)}&checked=1`;
      const door = request.viewer ? '/verify-email' : '/login';
      return goTo(reply, `${door}?next=${encodeURIComponent(back)}`);
    }
    const { accountId } = requireVerified(request);
    // Its page says why, with the ways on.
    if (await whyNotEligible(deps.db, { viewer: { accountId }, offering: at.offering, now }))
      return show(request, reply.code(403), at, { values: form.values, errors: [] });
    const known = await otherOffices(deps.db, at.offering.id);
    const others = known.filter(({ code }) => form.value.offices.includes(code)).map((other) => other.offeringId);
    const outcome =
      others.length < form.value.offices.length
        ? ({ ok: false, reason: 'unknown-office' } as const)
        : await transact(deps.db, (tx) =>
            joinList(tx, deps.secrets, {
              accountId,
              offeringId: at.offering.id,
              wishes: form.value.wishes,
              others,
              language,
              now,
            }),
          );
    if (outcome.ok) return goTo(reply, `/waiting-list/${outcome.entryId}?joined=1`);
    const { reason } = outcome;
    if (reason === 'unknown-office' || reason === 'party-too-large') {
      const field = reason === 'unknown-office' ? 'offices' : 'party';
      const errors = [{ field, reason, message: wishesTexts.for(language)(reason) }];
      return show(request, reply.code(422), at, { values: form.values, errors });
    }
    return show(request, reply.code(409), at, { values: form.values, errors: [] }, { refused: reason });
  });

  async function open(request: FastifyRequest<ServicePath>): Promise<At> {
    const office = await officeAt(deps.db, request.params.office);
    const offering = office && (await offeringAt(deps.db, office.id, request.params.service));
    if (!office || !offering) throw notFound();
    return { office, offering };
  }

  async function alreadyWaiting(accountId: number, { offering }: At): Promise<'already-waiting' | undefined> {
    const entry = await liveEntry(deps.db, { accountId, serviceCode: offering.serviceCode });
    return entry === undefined ? undefined : 'already-waiting';
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    at: At,
    sent: { values: FormValues; errors: readonly FieldError[] },
    more: { isChecked?: boolean; refused?: JoinProps['refused'] } = {},
  ): Promise<FastifyReply> {
    const now = deps.clock.now();
    const [facts, others, { news }] = await Promise.all([
      listFacts(deps.db, { offeringId: at.offering.id, now }),
      otherOffices(deps.db, at.offering.id),
      eligibilityBox(deps, request, at.offering),
    ]);
    const form = { language: request.language, values: sent.values, errors: sent.errors };
    const props = { context: reply.pageContext(), ...at, facts, others, news, form, now };
    return page(reply, <JoinView {...props} isChecked={more.isChecked ?? false} refused={more.refused} />);
  }
}

function pathOf({ office, offering }: At): string {
  return `/offices/${office.code}/${offering.serviceCode}/waiting-list`;
}
