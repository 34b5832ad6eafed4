import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { type OfficePrivacy, type OfficeRecord, officeRecord } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, openOfficeSettings } from '../at-office.ts';
import { optionalLine } from '../contact-fields.ts';
import { textFields, textLanguages, textOf, textValues } from '../local-text.form.ts';
import { settingsPaths } from '../paths.ts';
import { saveDetails } from '../save-details.ts';
import { faultWords } from '../words.ts';
import { readSeen, seenMark } from './details.form.ts';
import { lastChange } from './details.route.tsx';
import { detailsFaults } from './details.text.ts';
import { PrivacyFormView, privacyTextSize } from './privacy.view.tsx';

function privacySchema(languages: readonly string[]) {
  const written = textLanguages(languages);
  return z
    .object({
      controller: optionalLine(200),
      dpo: optionalLine(300),
      ...textFields('text', written, privacyTextSize),
    })
    .transform((values, context): OfficePrivacy | null => {
      const { controller, dpo } = values;
      const text = textOf(values, 'text', written, context);
      return controller === null && dpo === null && text === null ? null : { controller, dpo, text };
    });
}

/** `/office/{office}/privacy`: what the office adds to its privacy notice. */
export function addPrivacyForm(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/privacy', async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    const record = await requireRecord(at);
    const { privacy } = record;
    const known = {
      controller: privacy?.controller ?? '',
      dpo: privacy?.dpo ?? '',
      seen: seenMark(record),
      ...textValues('text', privacy?.text ?? null),
    };
    return show(reply, at, record, freshForm(request.language, known), queryText(request.query, 'done') === 'saved');
  });

  app.post('/office/:office/privacy', async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    const { language } = request;
    const words = faultWords(detailsFaults, language);
    const record = await requireRecord(at);
    const form = readForm(request, privacySchema(at.office.languages), words);
    if (!form.ok)
      return show(reply.code(form.status), at, record, { language, values: form.values, errors: form.errors });
    const saved = await transact(deps.db, (tx) =>
      saveDetails(tx, {
        officeId: at.office.id,
        accountId: at.viewer.accountId,
        change: { privacy: form.value },
        seen: readSeen(formValue(form.values, 'seen')),
        now: at.now,
        action: 'edit-office-privacy',
      }),
    );
    if (saved.ok) return goTo(reply, `${settingsPaths.privacy(at.office.code)}?done=saved`);
    const fresh = await requireRecord(at);
    const errors = [fieldError('', saved.reason, language, words(saved.reason))];
    return show(reply.code(409), at, fresh, { language, values: { ...form.values, seen: seenMark(fresh) }, errors });
  });

  async function requireRecord(at: AtOffice): Promise<OfficeRecord> {
    const record = await officeRecord(deps.db, at.office.id);
    if (record === undefined) throw notFound();
    return record;
  }

  async function show(reply: FastifyReply, at: AtOffice, record: OfficeRecord, form: FormState, saved = false) {
    const changed = await lastChange(deps, record);
    return page(reply, <PrivacyFormView {...{ context: reply.pageContext(), at, form, changed, saved }} />);
  }
}
