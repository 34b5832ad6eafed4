import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type RequestedFile, requestedFilesOf, saveRequestedFile } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { textLanguages } from '../../local-text.form.ts';
import { settingsPaths } from '../../paths.ts';
import { faultWords } from '../../words.ts';
import { type AtOffering, noteChange, openOffering } from './at-offering.ts';
import { questionFaults } from './question.text.ts';
import { requestedFileSchema, requestedFileValues, usualMebibytes } from './requested-file.form.ts';
import { RequestedFileView } from './requested-file.view.tsx';

/** `…/files/new` and `…/files/{id}`: one file that a service asks for. */
export function addRequestedFileForms(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/services/:service/files/:id';

  app.get(address, async (request, reply) => {
    const at = await openOffering(deps, request);
    const file = await fileAt(request, at);
    const values = file === null ? { mandatory: 'yes', mebibytes: String(usualMebibytes) } : requestedFileValues(file);
    return show(reply, at, file, freshForm(request.language, values));
  });

  app.post(address, async (request, reply) => {
    const at = await openOffering(deps, request);
    const file = await fileAt(request, at);
    const { language } = request;
    const words = faultWords(questionFaults, language);
    const form = readForm(request, requestedFileSchema(textLanguages(at.office.languages)), words);
    if (!form.ok)
      return show(reply.code(form.status), at, file, { language, values: form.values, errors: form.errors });
    const { office, offering } = at;
    const saved = await transact(deps.db, async (tx) => {
      const wish = { offeringId: offering.id, id: file?.id ?? null, file: form.value };
      const outcome = await saveRequestedFile(tx, wish);
      if (outcome.ok) await noteChange(tx, at, 'save-requested-file');
      return outcome;
    });
    if (saved.ok) return goTo(reply, `${settingsPaths.questions(office.code, offering.serviceCode)}?done=saved`);
    const field = saved.reason === 'code-taken' ? 'code' : '';
    const errors = [fieldError(field, saved.reason, language, words(saved.reason))];
    return show(reply.code(409), at, file, { language, values: form.values, errors });
  });

  /** null: a new one */
  async function fileAt(request: FastifyRequest, at: AtOffering): Promise<RequestedFile | null> {
    const id = pathPart(request, 'id');
    if (id === 'new') return null;
    const found = (await requestedFilesOf(deps.db, at.offering.id)).find((file) => String(file.id) === id);
    if (found === undefined) throw notFound();
    return found;
  }

  function show(reply: FastifyReply, at: AtOffering, file: RequestedFile | null, form: FormState): FastifyReply {
    return page(reply, <RequestedFileView {...{ context: reply.pageContext(), at, isNew: file === null, form }} />);
  }
}
