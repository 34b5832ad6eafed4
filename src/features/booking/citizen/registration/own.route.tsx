import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireViewer } from '#features/identity/index.ts';
import { receiptOf } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue, readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { pathPart } from '#platform/http/path.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { changePreferences } from '../../registration-draw/keep-registration.ts';
import { type OwnRegistration, registrationByNumber } from '../../registration-draw/own-registration.query.ts';
import { findRegistrationDraw } from '../../registration-draw/registration-draw.query.ts';
import { withdrawRegistration } from '../../registration-draw/withdraw.ts';
import { wishValues } from '../waiting-list/wishes.form.ts';
import { type DrawAt, drawAt, registerPath } from './door.ts';
import { foreseen } from './facts.ts';
import { ChangeView, WithdrawView } from './change.view.tsx';
import { OwnView } from './own.view.tsx';
import { readPreferences } from './preferences.form.ts';

const anything = z.record(z.string(), z.unknown());
const address = '/releases/:release/register/:number';

/** One's own registration: what it says, changing its wishes, taking it back. */
export function addOwnRegistration(app: FastifyInstance, deps: Deps): void {
  app.get(address, async (request, reply) => {
    const { at, own } = await open(request);
    const read = readPreferences(valuesOf(own), { ...at, language: request.language });
    const ahead = read.ok ? foreseen({ ...at, weight: own.weight, isIn: true }, read.preferences) : undefined;
    const said = queryText(request.query, 'done');
    const done = said === 'registered' || said === 'changed' ? said : undefined;
    return page(reply, <OwnView context={reply.pageContext()} {...{ at, own, done }} foreseen={ahead} />);
  });

  app.get(`${address}/receipt.json`, async (request, reply) => {
    const { at, own } = await open(request);
    const draw = await deps.db
      .selectFrom('draw')
      .select('commitment')
      .where('room_id', '=', own.roomId)
      .executeTakeFirst();
    const { number, pseudonym, weight, joinedAt, salt, wishesText, wishesHash } = own;
    const commitment = draw?.commitment ?? null;
    const receipt = receiptOf(deps.secrets, { room: at.draw.code, number, pseudonym, weight, joinedAt, commitment });
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="ticket-${number}.json"`)
      .header('cache-control', 'no-store')
      .serializer(String)
      .send(JSON.stringify({ ...receipt, wishes: { salt, text: wishesText, hash: wishesHash } }, null, 2));
  });

  app.get(`${address}/change`, async (request, reply) => {
    const { at, own } = await open(request);
    if (at.stage !== 'open' || !isLive(own)) return goTo(reply, registerPath(at.draw, `/${own.number}`));
    return showChange(request, reply, { at, own }, { values: valuesOf(own), errors: [] }, false);
  });

  app.post(`${address}/change`, async (request, reply) => {
    const { at, own } = await open(request);
    const here = registerPath(at.draw, `/${own.number}`);
    const form = readForm(request, anything);
    if (!form.ok) return showChange(request, reply.code(form.status), { at, own }, form, false);
    // Who comes was fixed with the ticket.
    const values = { ...form.values, party: String(own.wishes.party) };
    const read = readPreferences(values, { ...at, language: request.language });
    if (!read.ok) return showChange(request, reply.code(422), { at, own }, { values, errors: read.errors }, false);
    if (formValue(values, 'go') === 'preview')
      return showChange(request, reply, { at, own }, { values, errors: [] }, true);
    if (!isLive(own)) return goTo(reply, here);
    const { roomId, number } = own;
    const { preferences } = read;
    const outcome = await transact(deps.db, (tx) =>
      changePreferences(tx, { roomId, number, preferences, now: deps.clock.now() }),
    );
    return goTo(reply, outcome.ok ? `${here}?done=changed` : here);
  });

  app.get(`${address}/withdraw`, async (request, reply) => {
    const { at, own } = await open(request);
    if (at.stage !== 'open' || !isLive(own)) return goTo(reply, registerPath(at.draw, `/${own.number}`));
    return page(reply, <WithdrawView context={reply.pageContext()} {...{ at, own }} />);
  });

  app.post(`${address}/withdraw`, async (request, reply) => {
    const { at, own } = await open(request);
    readPost(request);
    const { accountId } = requireViewer(request);
    const { roomId, number } = own;
    // Closed or withdrawn before: the page it leads back to says so.
    await transact(deps.db, (tx) => withdrawRegistration(tx, { roomId, number, accountId, now: deps.clock.now() }));
    return goTo(reply, registerPath(at.draw, `/${number}`));
  });

  async function open(request: FastifyRequest): Promise<{ at: DrawAt; own: OwnRegistration }> {
    const { accountId } = requireViewer(request);
    const number = pathPart(request, 'number');
    const draw = await findRegistrationDraw(deps.db, pathPart(request, 'release'));
    if (!draw || !/^\d{1,9}$/.test(number)) throw notFound();
    const own = await registrationByNumber(deps.db, deps.secrets, { roomId: draw.roomId, number: Number(number) });
    if (own?.accountId !== accountId) throw notFound();
    return { at: await drawAt(deps, request, own.serviceCode), own };
  }

  function showChange(
    request: FastifyRequest,
    reply: FastifyReply,
    { at, own }: { at: DrawAt; own: OwnRegistration },
    { values, errors }: { values: FormValues; errors: readonly FieldError[] },
    wantsPreview: boolean,
  ): FastifyReply {
    const { language } = request;
    const read = readPreferences(values, { ...at, language });
    const ahead =
      wantsPreview && read.ok ? foreseen({ ...at, weight: own.weight, isIn: true }, read.preferences) : undefined;
    const form = { language, values, errors };
    return page(
      reply,
      <ChangeView context={reply.pageContext()} {...{ at, own, form }} foreseen={ahead} done={undefined} />,
    );
  }
}

function isLive({ ticketState }: OwnRegistration): boolean {
  return ticketState !== 'left' && ticketState !== 'displaced';
}

function valuesOf(own: OwnRegistration): FormValues {
  const [first, ...others] = own.offices.map(({ code }) => code);
  return { ...wishValues(own.wishes, others), office: first ?? '', waiting: own.wantsWaiting ? 'yes' : '' };
}
