import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { askHandOver, findHandOver, peopleWithRoles, withdrawHandOver } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, openOfficeSettings } from '../at-office.ts';
import { handOverFaults } from '../hand-over.text.ts';
import { settingsPaths } from '../paths.ts';
import { faultWords } from '../words.ts';
import { type HandOverNotice, handOverNotices, HandOverView, keptRoles } from './hand-over.view.tsx';

const url = '/office/:office/hand-over';

const schema = z.object({
  to: z
    .string('required-choice')
    .regex(/^\d{1,9}$/, 'required-choice')
    .transform(Number),
  keeps: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((value) => keptRoles.filter((role) => [value].flat().includes(role))),
});

/** `/office/{office}/hand-over`: an administrator leaves, and somebody else takes the office. */
export function addHandOverPage(app: FastifyInstance, deps: Deps): void {
  app.get(url, async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    const asked = queryText(request.query, 'done') ?? '';
    return show(reply, at, freshForm(request.language), isNotice(asked) ? asked : undefined);
  });

  app.post(url, async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    const { language } = request;
    const form = readForm(request, schema);
    if (!form.ok) return show(reply.code(form.status), at, { language, values: form.values, errors: form.errors });
    const { to, keeps } = form.value;
    const entry = entryOf(at);
    const asked = await transact(deps.db, async (tx) => {
      const wanted = { officeId: at.office.id, fromAccount: entry.accountId, toAccount: to, keeps, now: at.now };
      const outcome = await askHandOver(tx, wanted);
      if (outcome.ok)
        await audit(tx, { ...entry, action: 'ask-hand-over', subject: `account:${to}`, detail: { keeps } });
      return outcome;
    });
    if (asked.ok) return goTo(reply, `${settingsPaths.handOver(at.office.code)}?done=asked`);
    const errors = [fieldError('to', asked.reason, language, faultWords(handOverFaults, language)(asked.reason))];
    return show(reply.code(422), at, { language, values: form.values, errors });
  });

  app.post(`${url}/withdraw`, async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    readPost(request);
    const withdrawn = await transact(deps.db, async (tx) => {
      const outcome = await withdrawHandOver(tx, { officeId: at.office.id, now: at.now });
      if (outcome.ok) await audit(tx, { ...entryOf(at), action: 'withdraw-hand-over', subject: null });
      return outcome;
    });
    return goTo(reply, `${settingsPaths.handOver(at.office.code)}?done=${withdrawn.ok ? 'withdrawn' : 'over'}`);
  });

  async function show(reply: FastifyReply, at: AtOffice, form: FormState, notice?: HandOverNotice) {
    const people = await peopleWithRoles(deps.db, at.office.id);
    const { accountId } = at.viewer;
    const isAdmin = people.some((one) => one.accountId === accountId && one.roles.includes('office-admin'));
    const candidates = people.filter((one) => one.canLogIn && !one.roles.includes('office-admin'));
    const open = await findHandOver(deps.db, { officeId: at.office.id, now: at.now });
    const props = { context: reply.pageContext(), at, form, candidates, open, isAdmin, notice };
    return page(reply, <HandOverView {...props} />);
  }
}

function entryOf({ office, viewer, now }: AtOffice) {
  return { at: now, accountId: viewer.accountId, officeId: office.id };
}

function isNotice(text: string): text is HandOverNotice {
  return Object.hasOwn(handOverNotices, text);
}
