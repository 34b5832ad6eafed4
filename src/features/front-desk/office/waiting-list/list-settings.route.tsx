import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { saveList } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type LocalText, writtenLanguages } from '#platform/language.ts';
import { transact } from '#platform/transaction.ts';
import { ListSettingsView } from './forms.view.tsx';
import { type AtList, type ListParams, openList, type Sent } from './open-list.ts';
import { deskWaitingTexts } from './waiting-list.text.ts';

const address = '/office/:office/waiting-list/:service/settings';
const limits = {
  offerHours: { least: 12, most: 168 },
  leastHours: { least: 2, most: 72 },
  mostLapses: { least: 1, most: 9 },
} as const;

const whole = ({ least, most }: { least: number; most: number }) =>
  z
    .string('whole')
    .trim()
    .regex(/^\d{1,4}$/, 'whole')
    .transform(Number)
    .refine((number) => number >= least && number <= most, 'whole');

const schema = z.object({
  open: z.string().optional(),
  offerHours: whole(limits.offerHours),
  leastHours: whole(limits.leastHours),
  mostLapses: whole(limits.mostLapses),
});

/** What an office decides about a list, and what it says to those who wait. */
export function addListSettings(app: FastifyInstance, deps: Deps): void {
  app.get(address, async (request: FastifyRequest<ListParams>, reply) => {
    const here = await openList(deps, request, 'take-in-charge');
    const { isOpen, text, offerHours, leastHours, mostLapses } = here.list;
    const texts = writtenLanguages.map((code) => [`text.${code}`, text?.[code] ?? ''] as const);
    const numbers = { offerHours: String(offerHours), leastHours: String(leastHours), mostLapses: String(mostLapses) };
    return show(reply, here, {
      values: { open: isOpen ? 'yes' : '', ...numbers, ...Object.fromEntries(texts) },
      errors: [],
    });
  });

  app.post(address, async (request: FastifyRequest<ListParams>, reply) => {
    const here = await openList(deps, request, 'take-in-charge');
    const { at, list, path } = here;
    const t = deskWaitingTexts.for(request.language);
    const form = readForm(request, schema, (key) => {
      if (key === 'offerHours.whole') return t('whole', limits.offerHours);
      if (key === 'leastHours.whole') return t('whole', limits.leastHours);
      return key === 'mostLapses.whole' ? t('whole', limits.mostLapses) : undefined;
    });
    if (!form.ok) return show(reply.code(form.status), here, form);
    const { offerHours, leastHours, mostLapses } = form.value;
    const open = form.value.open === 'yes';
    const now = deps.clock.now();
    await transact(deps.db, async (tx) => {
      const text = textOf(form.values);
      await saveList(tx, { offeringId: list.offeringId, open, text, offerHours, leastHours, mostLapses });
      await audit(tx, {
        at: now,
        accountId: at.viewer.accountId,
        officeId: at.office.id,
        action: 'change-waiting-list',
        subject: `offering:${list.offeringId}`,
        detail: { open, offerHours, leastHours, mostLapses },
      });
      return { ok: true };
    });
    return goTo(reply, `${path}?done=save`);
  });

  function show(reply: FastifyReply, here: AtList, sent: Sent): FastifyReply {
    const { at, list } = here;
    const form = { language: reply.request.language, values: sent.values, errors: sent.errors };
    return page(
      reply,
      <ListSettingsView context={reply.pageContext()} {...{ at, list, form, languages: writtenLanguages }} />,
    );
  }
}

/** What is said to those who wait; English stands alone only beside Italian, which everybody falls back to. */
function textOf(values: FormValues): LocalText | null {
  const words = (code: string) => formValue(values, `text.${code}`).replaceAll('\r\n', '\n').trim().slice(0, 1000);
  const [it, en] = [words('it'), words('en')];
  if (it === '' && en === '') return null;
  return { it: it || en, ...(en !== '' && { en }) };
}
