import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OfferingRules } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, type Form, formValue, type FormValues, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { pathPart } from '#platform/http/path.ts';
import { queryText } from '#platform/http/query.ts';
import { isLanguage } from '#platform/language.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, openOfficeSettings } from '../../at-office.ts';
import { changeService } from '../../change-service.ts';
import { settingsPaths } from '../../paths.ts';
import { faultWords } from '../../words.ts';
import { type EditedService, editedService } from './edited-service.query.ts';
import { ServiceHubView } from './hub.view.tsx';
import { type PartProps, ServicePartView } from './part.view.tsx';
import { readServicePart, type ServicePart } from './parts.ts';
import { previewedService } from './preview.query.ts';
import { ServicePreviewView } from './preview.view.tsx';
import { rulesInWords } from './rules-in-words.ts';
import { partSchema, partShown, seenMark } from './service.form.ts';
import { serviceFaults } from './service.text.ts';

interface Opened {
  readonly at: AtOffice;
  readonly part: ServicePart;
  readonly edited: EditedService;
}

/** `/office/{office}/services/{service}`: the rules of one service, part by part, each with its preview. */
export function addServicePages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/services/:service', async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    const edited = await requireEdited(at, request);
    const done = (['saved', 'unchanged'] as const).find((known) => known === queryText(request.query, 'done'));
    return page(reply, <ServiceHubView context={reply.pageContext()} at={at} {...edited} done={done} />);
  });

  app.get('/office/:office/services/:service/:part', async (request, reply) => {
    const opened = await openPart(request);
    return show(reply, opened, freshForm(request.language, partShown(opened.part, opened.edited)));
  });

  app.post('/office/:office/services/:service/:part', async (request, reply) => {
    const opened = await openPart(request);
    const { part, edited } = opened;
    const { language } = request;
    const form = readForm<ReturnType<typeof partSchema>>(
      request,
      partSchema(part, edited),
      faultWords(serviceFaults, language),
    );
    const back = formValue(form.values, 'do') === 'back';
    if (back && request.csrfValid) return show(reply, opened, { language, values: form.values, errors: [] });
    const wantsPreview = formValue(form.values, 'do') === 'preview' || turnsPreview(form.values);
    if (wantsPreview && request.csrfValid) {
      const read = partSchema(part, edited).safeParse(form.values);
      if (read.success) return preview(reply, opened, read.data, form.values);
    }
    if (!form.ok) return show(reply.code(form.status), opened, { language, ...shownAgain(form) });
    return save(request, reply, opened, form);
  });

  async function save(
    request: FastifyRequest,
    reply: FastifyReply,
    { at, part, edited }: Opened,
    form: Form<Partial<OfferingRules>> & { ok: true },
  ): Promise<FastifyReply> {
    const seen = formValue(form.values, 'seen');
    const saved = await transact(deps.db, (tx) =>
      changeService(tx, {
        officeId: at.office.id,
        offering: edited.offering,
        rules: form.value,
        isAsSeen: (current) => seenMark(part, { ...edited, offering: current }) === seen,
        accountId: at.viewer.accountId,
        now: at.now,
      }),
    );
    const hub = settingsPaths.service(at.office.code, edited.offering.serviceCode);
    if (saved.ok) return goTo(reply, `${hub}?done=${saved.changed > 0 ? 'saved' : 'unchanged'}`);
    const { language } = request;
    const fresh = await requireEdited(at, request);
    const errors = [fieldError('', saved.reason, language, faultWords(serviceFaults, language)(saved.reason))];
    const values = { ...form.values, seen: seenMark(part, fresh) };
    const differences = differing({ at, part, edited: fresh }, form.value, request);
    return show(reply.code(409), { at, part, edited: fresh }, { language, values, errors }, differences);
  }

  async function preview(
    reply: FastifyReply,
    { at, edited }: Opened,
    rules: Partial<OfferingRules>,
    values: FormValues,
  ): Promise<FastifyReply> {
    const wish = { office: at.office, offeringId: edited.offering.id, rules, now: at.now };
    const previewed = await previewedService(deps.db, wish);
    if (previewed === undefined) throw notFound();
    return page(reply, <ServicePreviewView {...{ context: reply.pageContext(), at, edited, previewed, values }} />);
  }

  function show(
    reply: FastifyReply,
    { at, part, edited }: Opened,
    form: FormState,
    differences?: PartProps['differences'],
  ): FastifyReply {
    const context = reply.pageContext();
    return page(reply, <ServicePartView {...{ context, at, part, form, differences }} {...edited} />);
  }

  async function openPart(request: FastifyRequest): Promise<Opened> {
    const at = await openOfficeSettings(deps, request);
    const part = readServicePart(pathPart(request, 'part'));
    if (part === undefined) throw notFound();
    return { at, part, edited: await requireEdited(at, request) };
  }

  async function requireEdited(at: AtOffice, request: FastifyRequest): Promise<EditedService> {
    const edited = await editedService(deps.db, at, pathPart(request, 'service'));
    if (edited === undefined) throw notFound();
    return edited;
  }
}

/** The preview in the other language: its language switch sends what the preview carries. */
function turnsPreview(values: FormValues): boolean {
  return formValue(values, 'from') === 'preview' && isLanguage(values['_lang']);
}

function shownAgain(form: Form<unknown> & { ok: false }): Pick<FormState, 'values' | 'errors'> {
  return { values: form.values, errors: form.errors };
}

/** What is saved now and what was typed, where they differ, in words. */
function differing(
  { at, part, edited }: Opened,
  typed: Partial<OfferingRules>,
  { language }: FastifyRequest,
): PartProps['differences'] {
  const reader = { language, zone: at.office.timeZone, now: at.now, planners: edited.planners };
  const now = rulesInWords(part, edited.offering, reader);
  const mine = rulesInWords(part, { ...edited.offering, ...typed }, reader);
  return now.flatMap(({ key, value }, index) => {
    const own = mine[index]?.value ?? '';
    return own === value ? [] : [{ key, now: value, typed: own }];
  });
}
