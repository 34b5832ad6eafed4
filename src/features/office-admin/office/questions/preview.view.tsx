import { QuestionFields } from '#features/booking/index.ts';
import type { AskedOf, Question } from '#features/offices/index.ts';
import type { Language } from '#platform/language.ts';
import { Fieldset } from '#ui/fields/field.tsx';
import { freshForm } from '#ui/fields/form.tsx';
import { askedTexts } from './asked.text.ts';

/** The questions as whoever books sees them. */
export function Preview({ language, questions }: { language: Language; questions: readonly Question[] }) {
  const t = askedTexts.for(language);
  const form = freshForm(language);
  const asked = (who: AskedOf): boolean => questions.some(({ askedOf }) => askedOf.includes(who));
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t('preview')}</h2>
      <p>{t('previewAbout')}</p>
      <div class="row g-4">
        {asked('applicant') && (
          <div class="col-lg-6">
            <Fieldset form={form} legend={t('previewApplicant')}>
              <QuestionFields form={form} position={0} questions={questions} />
            </Fieldset>
          </div>
        )}
        {asked('companion') && (
          <div class="col-lg-6">
            <Fieldset form={form} legend={t('previewCompanion')}>
              <QuestionFields form={form} position={1} questions={questions} />
            </Fieldset>
          </div>
        )}
      </div>
    </section>
  );
}
