import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { type LocalAccountRule, localAccountRule, setLocalAccountRule } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { readTypedDate } from '#ui/fields/typed-date.ts';
import { openNetwork } from '../../at-office.ts';
import { networkPaths } from '../../paths.ts';
import { faultWords } from '../../words.ts';
import { loginRuleFaults } from './logins.text.ts';
import { NetworkLoginsView } from './logins.view.tsx';

const optionalDay = z
  .string()
  .trim()
  .transform((typed, context) => {
    const day = typed === '' ? null : readTypedDate(typed);
    if (day === undefined) context.addIssue({ code: 'custom', message: 'date' });
    return day ?? null;
  });

const schema = z
  .object({
    lastOpeningDay: optionalDay,
    lastUseDay: optionalDay,
    warnDays: z.coerce.number('warn-days').int('warn-days').min(0, 'warn-days').max(365, 'warn-days'),
  })
  .transform((rule, context): LocalAccountRule => {
    const { lastOpeningDay, lastUseDay } = rule;
    if (lastOpeningDay !== null && lastUseDay !== null && Temporal.PlainDate.compare(lastOpeningDay, lastUseDay) > 0)
      context.addIssue({ code: 'custom', message: 'use-before-opening', path: ['lastUseDay'] });
    return rule;
  });

/** `/network/logins`: until when citizens of consular offices may log in with e-mail and password. */
export function addNetworkLogins(app: FastifyInstance, deps: Deps): void {
  app.get(networkPaths.logins, async (request, reply) => {
    openNetwork(deps, request);
    const form = freshForm(request.language, shown(await localAccountRule(deps.db)));
    return show(reply, form, queryText(request.query, 'done') === 'saved');
  });

  app.post(networkPaths.logins, async (request, reply) => {
    const { viewer, now } = openNetwork(deps, request);
    const { language } = request;
    const form = readForm(request, schema, faultWords(loginRuleFaults, language));
    if (!form.ok) return show(reply.code(form.status), { language, values: form.values, errors: form.errors });
    const { accountId } = viewer;
    await transact(deps.db, async (tx) => {
      await setLocalAccountRule(tx, { rule: form.value, by: accountId, now });
      await audit(tx, {
        at: now,
        accountId,
        officeId: null,
        action: 'edit-login-rule',
        subject: null,
        detail: shown(form.value),
      });
      return { ok: true };
    });
    return goTo(reply, `${networkPaths.logins}?done=saved`);
  });
}

function shown({ lastOpeningDay, lastUseDay, warnDays }: LocalAccountRule): FormValues {
  return {
    lastOpeningDay: lastOpeningDay?.toString() ?? '',
    lastUseDay: lastUseDay?.toString() ?? '',
    warnDays: String(warnDays),
  };
}

function show(reply: FastifyReply, form: FormState, saved = false): FastifyReply {
  return page(reply, <NetworkLoginsView context={reply.pageContext()} form={form} saved={saved} />);
}
