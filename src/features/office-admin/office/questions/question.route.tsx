import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Question, questionsOf, saveQuestion } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { textLanguages } from '../../local-text.form.ts';
import { settingsPaths } from '../../paths.ts';
import { faultWords } from '../../words.ts';
import { type AtOffering, noteChange, openOffering } from './at-offering.ts';
import { questionSchema, questionValues, withMoreRows } from './question.form.ts';
import { questionFaults } from './question.text.ts';
import { QuestionView } from './question.view.tsx';

const fresh = { askedOf: ['applicant', 'companion'], control: 'text', mandatory: 'yes', maxLength: '100' };

/** `…/questions/new` and `…/questions/{id}`: one question. */
export function addQuestionForms(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/services/:service/questions/:id';

  app.get(address, async (request, reply) => {
    const at = await openOffering(deps, request);
    const question = await questionAt(request, at);
    const values = question === null ? fresh : questionValues(question);
    return show(reply, at, question, freshForm(request.language, values));
  });

  app.post(address, async (request, reply) => {
    const at = await openOffering(deps, request);
    const question = await questionAt(request, at);
    const { language } = request;
    const words = faultWords(questionFaults, language);
    const form = readForm(request, questionSchema(textLanguages(at.office.languages)), words);
    if (formValue(form.values, 'do') === 'rows')
      return show(reply, at, question, freshForm(language, withMoreRows(form.values)));
    if (!form.ok)
      return show(reply.code(form.status), at, question, { language, values: form.values, errors: form.errors });
    const { office, offering } = at;
    const saved = await transact(deps.db, async (tx) => {
      const wish = { offeringId: offering.id, id: question?.id ?? null, question: form.value };
      const outcome = await saveQuestion(tx, wish);
      if (outcome.ok) await noteChange(tx, at, 'save-question');
      return outcome;
    });
    if (saved.ok) return goTo(reply, `${settingsPaths.questions(office.code, offering.serviceCode)}?done=saved`);
    const field = saved.reason === 'code-taken' ? 'code' : '';
    const errors = [fieldError(field, saved.reason, language, words(saved.reason))];
    return show(reply.code(409), at, question, { language, values: form.values, errors });
  });

  /** null: a new one */
  async function questionAt(request: FastifyRequest, at: AtOffering): Promise<Question | null> {
    const id = pathPart(request, 'id');
    if (id === 'new') return null;
    const found = (await questionsOf(deps.db, at.offering.id)).find((question) => String(question.id) === id);
    if (found === undefined) throw notFound();
    return found;
  }

  function show(reply: FastifyReply, at: AtOffering, question: Question | null, form: FormState): FastifyReply {
    return page(reply, <QuestionView {...{ context: reply.pageContext(), at, isNew: question === null, form }} />);
  }
}
