import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { audit } from '#features/audit/index.ts';
import {
  askMassMoves,
  chosenCodes,
  countSelection,
  foreseeMoves,
  isLeft,
  leftBy,
  listSelection,
  type Selection,
} from '#features/booking/index.ts';
import { type AskedRule, moveRuleFields, readMoveRule } from '#features/planner/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { type AtOffice, noteReading, type OfficeParams, openDesk } from '../../at-office.ts';
import { massPaths, withFields } from './mass-paths.ts';
import { MassMoveView } from './move.view.tsx';
import { type AskedSelection, onPage, readSelection, selectionValues } from './selection.form.ts';
import { textsSent } from './texts-sent.ts';

/** Seats are looked up for so many within a second; beyond, they are looked for after the confirmation. */
const mostForeseen = 3000;

/** `/office/:office/mass/move`: another seat for each of the chosen, by a rule; seen first, then held and offered. */
export function addMassMovePage(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/mass/move';

  app.get(address, async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'write-to-many');
    const sent = textsSent(request.query);
    const asked = read(request, at, sent);
    if (!asked) return goTo(reply, withFields(massPaths.select(at.office), selectionValues(sent, false)));
    return show(reply, at, asked, readMoveRule(sent, request.language));
  });

  app.post(address, async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'write-to-many');
    readPost(request);
    const sent = textsSent(request.body);
    const asked = read(request, at, sent);
    if (!asked) return goTo(reply, withFields(massPaths.select(at.office), selectionValues(sent, false)));
    const askedRule = readMoveRule(sent, request.language);
    if (askedRule.errors.length > 0) return show(reply, at, asked, askedRule);
    const { selection } = asked;
    const { rule } = askedRule;
    const now = deps.clock.now();
    const operatorId = at.viewer.accountId;
    const outcome = await transact(deps.db, async (tx) => {
      const done = await askMassMoves(tx, { selection, rule, seen: formValue(sent, 'seen'), operatorId, now });
      if (!done.ok) return done;
      const { from, to, starts, ends, plannerId, serviceCode, codes } = selection;
      const where = { from, to, starts, ends, plannerId, serviceCode, ticked: codes?.length ?? null };
      const entry = { action: 'offer-to-many', subject: `mass:${done.id}`, detail: { total: done.total, ...where } };
      await audit(tx, { at: now, accountId: operatorId, officeId: at.office.id, ...entry });
      return done;
    });
    if (outcome.ok) return goTo(reply, massPaths.result(at.office, outcome.id));
    return show(reply, at, asked, askedRule, outcome.reason);
  });

  async function show(
    reply: FastifyReply,
    at: AtOffice,
    asked: AskedSelection,
    askedRule: AskedRule,
    refused?: 'changed' | 'nobody',
  ): Promise<FastifyReply> {
    const { selection, values } = asked;
    const count = await countSelection(deps.db, selection);
    if (count.count === 0) return goTo(reply, withFields(massPaths.select(at.office), selectionValues(values, false)));
    const [bookings, seats] = await Promise.all([
      listSelection(deps.db, selection, { skip: 0, most: onPage }),
      count.count > mostForeseen ? ('too-many' as const) : foresee(at, selection, askedRule),
    ]);
    const detail = { bookings: bookings.map(({ id }) => id) };
    await noteReading(deps, at, { action: 'see-selection', subject: null, detail });
    const status = refused ? 409 : askedRule.errors.length > 0 ? 422 : 200;
    const fields = selectionValues(values);
    const context = reply.pageContext();
    const props = { context, at, count, bookings, seats, askedRule, fields, refused };
    return page(reply.code(status), <MassMoveView {...props} />);
  }

  async function foresee(at: AtOffice, selection: Selection, { rule }: AskedRule) {
    const { id: officeId, timeZone } = at.office;
    const leaving = leftBy(selection);
    const without = leaving && isLeft(leaving, timeZone);
    const codes = await chosenCodes(deps.db, selection);
    return foreseeMoves(deps.db, { officeId, codes, rule, without, now: deps.clock.now() });
  }

  /** Undefined when the selection makes no sense, as in an address typed by hand. */
  function read(request: FastifyRequest, at: AtOffice, sent: FormValues): AskedSelection | undefined {
    const { id: officeId, timeZone } = at.office;
    const today = dayIn(deps.clock.now(), timeZone);
    const asked = readSelection(sent, { officeId, today, language: request.language });
    if (asked.errors.length > 0) return undefined;
    const rule = moveRuleFields.map((name): [string, string] => [name, formValue(sent, name)]);
    return { ...asked, values: { ...asked.values, ...Object.fromEntries(rule) } };
  }
}
