import type { FastifyInstance, FastifyReply } from 'fastify';
import { accountName } from '#features/identity/index.ts';
import { type OfficeDetails, type OfficeRecord, officeRecord } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, openOfficeSettings } from '../at-office.ts';
import { settingsPaths } from '../paths.ts';
import { saveDetails } from '../save-details.ts';
import { faultWords } from '../words.ts';
import { detailsSchema, detailsValues, readSeen, seenMark } from './details.form.ts';
import { detailsFaults } from './details.text.ts';
import { DetailsView } from './details.view.tsx';

/** `/office/{office}/details`: contacts, place, languages and texts of the office's public page. */
export function addDetailsPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/details', async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    const record = await requireRecord(at);
    const saved = queryText(request.query, 'done') === 'saved';
    return show(reply, at, record, freshForm(request.language, detailsValues(record)), { saved });
  });

  app.post('/office/:office/details', async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    const record = await requireRecord(at);
    const { language } = request;
    const words = faultWords(detailsFaults, language);
    const form = readForm(request, detailsSchema(record), words);
    if (!form.ok)
      return show(reply.code(form.status), at, record, { language, values: form.values, errors: form.errors });
    if (formValue(form.values, 'do') === 'preview')
      return show(reply, at, record, { language, values: form.values, errors: [] }, { preview: form.value });
    const saved = await transact(deps.db, (tx) =>
      saveDetails(tx, {
        officeId: at.office.id,
        accountId: at.viewer.accountId,
        change: form.value,
        seen: readSeen(formValue(form.values, 'seen')),
        now: at.now,
      }),
    );
    if (saved.ok) return goTo(reply, `${settingsPaths.details(at.office.code)}?done=saved`);
    const errors = [fieldError('', saved.reason, language, words(saved.reason))];
    const fresh = await requireRecord(at);
    return show(reply.code(409), at, fresh, { language, values: { ...form.values, seen: seenMark(fresh) }, errors });
  });

  async function requireRecord(at: AtOffice): Promise<OfficeRecord> {
    const record = await officeRecord(deps.db, at.office.id);
    if (record === undefined) throw notFound();
    return record;
  }

  async function show(
    reply: FastifyReply,
    at: AtOffice,
    record: OfficeRecord,
    form: FormState,
    more: { saved?: boolean; preview?: OfficeDetails } = {},
  ): Promise<FastifyReply> {
    const changed = await lastChange(deps, record);
    const { saved = false, preview } = more;
    return page(reply, <DetailsView {...{ context: reply.pageContext(), at, form, changed, saved, preview }} />);
  }
}

/** Who changed an office's details last, and when. */
export async function lastChange(
  deps: Deps,
  record: OfficeRecord,
): Promise<{ at: Temporal.Instant; by: string } | undefined> {
  if (record.changedAt === null || record.changedBy === null) return undefined;
  return { at: record.changedAt, by: (await accountName(deps.db, record.changedBy)) ?? '' };
}
