import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bookingsThatCollide } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import type { CaseAccount } from '../account.query.ts';
import { type AtOffice, noteReading, openAccounts, requireAccount } from '../at-office.ts';
import { mergeAccounts } from '../merge/merge-accounts.ts';
import { casePaths } from '../paths.ts';
import { mergeTexts } from './merge.text.ts';
import { MergeView } from './merge.view.tsx';

interface Opened {
  readonly at: AtOffice;
  readonly one: CaseAccount;
  readonly other: CaseAccount;
}

/** `/office/{office}/accounts/{account}/merge/{other}`: two accounts side by side, and which of them stays. */
export function addMergePage(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/accounts/:account/merge/:other';

  app.get(address, async (request, reply) => {
    const opened = await open(request);
    await noteReading(deps, opened.at, 'see-account', opened.one.id);
    await noteReading(deps, opened.at, 'see-account', opened.other.id);
    return show(reply, opened, freshForm(request.language));
  });

  app.post(address, async (request, reply) => {
    const opened = await open(request);
    const { at, one, other } = opened;
    const { language } = request;
    const t = mergeTexts.for(language);
    const schema = z.object({
      keep: z.enum([String(one.id), String(other.id)], 'required'),
      sure: z.literal('yes', 'required'),
    });
    const form = readForm(request, schema, (key) => {
      if (key === 'keep.required') return t('keepRequired');
      return key === 'sure.required' ? t('sureRequired') : undefined;
    });
    if (!form.ok) return show(reply.code(form.status), opened, { language, ...form });
    const keptId = Number(form.value.keep);
    const closedId = keptId === one.id ? other.id : one.id;
    const { office, viewer, now } = at;
    const wish = { keptId, closedId, officeId: office.id, by: { operatorId: viewer.accountId }, now };
    const merged = await transact(deps.db, (tx) => mergeAccounts(tx, deps.secrets, wish));
    if (!merged.ok) {
      const errors = [fieldError('', merged.reason, language, t(merged.reason))];
      return show(reply.code(409), opened, { language, values: form.values, errors });
    }
    app.sessions.forgetAccount(closedId);
    app.sessions.forgetAccount(keptId);
    return goTo(reply, `${casePaths.list(office.code)}?done=merged`);
  });

  async function open(request: FastifyRequest): Promise<Opened> {
    const at = await openAccounts(deps, request, 'merge-accounts');
    const one = await requireAccount(deps, request, at);
    const other = await requireAccount(deps, request, at, 'other');
    if (one.id === other.id) throw notFound();
    return { at, one, other };
  }

  async function show(reply: FastifyReply, { at, one, other }: Opened, form: FormState): Promise<FastifyReply> {
    const collisions = await bookingsThatCollide(deps.db, { keptId: one.id, closedId: other.id });
    const shown = { at, one, other, collisions, form };
    return page(reply, <MergeView context={reply.pageContext()} {...shown} />);
  }
}
