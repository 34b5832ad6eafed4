import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { noShowLimits, type NoShowRule, noShowRule, saveNoShowRule } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, openAccounts } from '../at-office.ts';
import { casePaths } from '../paths.ts';
import { noShowRuleTexts } from './no-show-rule.text.ts';
import { NoShowRuleView } from './no-show-rule.view.tsx';

const figures = ['limit', 'months', 'days'] as const;

// The figures are asked of those who switch the rule on only.
const ruleSchema = z
  .object({
    rule: z.enum(['off', 'on'], 'required-choice'),
    limit: z.string().default(''),
    months: z.string().default(''),
    days: z.string().default(''),
    scope: z.enum(['service', 'office']).default('service'),
  })
  .transform(({ rule, scope, ...typed }, context): NoShowRule | null => {
    if (rule === 'off') return null;
    const wrong = figures.filter((name) => !isWithin(typed[name], noShowLimits[name]));
    for (const name of wrong) context.addIssue({ code: 'custom', path: [name], message: 'number' });
    if (wrong.length > 0) return z.NEVER;
    return { limit: Number(typed.limit), months: Number(typed.months), days: Number(typed.days), scope };
  });

/** `/office/{office}/no-show-rule`: what follows from appointments missed; nothing, unless the office says so. */
export function addNoShowRulePage(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/no-show-rule';

  app.get(address, async (request, reply) => {
    const at = await openAccounts(deps, request, 'edit-office');
    const rule = await noShowRule(deps.db, at.office.id);
    const saved = queryText(request.query, 'done') === 'saved';
    return show(reply, at, freshForm(request.language, valuesOf(rule)), saved);
  });

  app.post(address, async (request, reply) => {
    const at = await openAccounts(deps, request, 'edit-office');
    const { language } = request;
    const t = noShowRuleTexts.for(language);
    const form = readForm(request, ruleSchema, (key) => {
      const name = figures.find((one) => key === `${one}.number`);
      return name && t('number', noShowLimits[name]);
    });
    if (!form.ok) return show(reply.code(form.status), at, { language, ...form });
    const { office, viewer, now } = at;
    const rule = form.value;
    await transact(deps.db, async (tx) => {
      await saveNoShowRule(tx, { officeId: office.id, rule });
      const entry = { action: 'edit-no-show-rule', subject: `office:${office.id}`, detail: { rule } };
      await audit(tx, { at: now, accountId: viewer.accountId, officeId: office.id, ...entry });
      return { ok: true };
    });
    return goTo(reply, `${casePaths.noShowRule(office.code)}?done=saved`);
  });
}

function show(reply: FastifyReply, at: AtOffice, form: FormState, saved = false): FastifyReply {
  return page(reply, <NoShowRuleView context={reply.pageContext()} at={at} form={form} saved={saved} />);
}

function isWithin(typed: string, { least, most }: { least: number; most: number }): boolean {
  return /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;
}

function valuesOf(rule: NoShowRule | null): Record<string, string> {
  const { limit = 3, months = 6, days = 30, scope = 'service' } = rule ?? {};
  const on = rule === null ? 'off' : 'on';
  return { rule: on, limit: String(limit), months: String(months), days: String(days), scope };
}
