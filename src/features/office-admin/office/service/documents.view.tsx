import { caseName, caseQuestionName, caseQuestions, casesInWords, type DocumentCase } from '#features/offices/index.ts';
import { CheckboxesField, RadioField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { LocalTextFields } from '../../local-text-fields.view.tsx';
import { casesAt, documentSizes, placesShown, questions } from './documents.form.ts';
import { documentsTexts } from './documents.text.ts';
import type { PartProps } from './part.view.tsx';

/** Which list citizens read, and the office's own, document by document. */
export function DocumentsFields({ form, languages }: PartProps) {
  const t = documentsTexts.for(form.language);
  return (
    <>
      <RadioField
        form={form}
        name="documentsFrom"
        label={t('which')}
        options={[
          { value: 'national', label: t('national') },
          { value: 'own', label: t('own') },
        ]}
      />
      <p class="t-hint">{t('about')}</p>
      {Array.from({ length: placesShown(form.values, languages) }, (_, place) => (
        <Document key={place} {...{ form, languages, place }} />
      ))}
    </>
  );
}

function Document({ form, languages, place }: { form: FormState; languages: readonly string[]; place: number }) {
  const { language } = form;
  const t = documentsTexts.for(language);
  const cases = casesAt(form.values, place);
  return (
    <Fieldset form={form} legend={t('document', { number: place + 1 })}>
      <LocalTextFields
        form={form}
        name={`document.${place}`}
        label={t('text')}
        languages={languages}
        max={documentSizes.text}
        rows={2}
      />
      <details>
        <summary>{t('needed', { when: cases.length === 0 ? t('always') : casesInWords(cases, language) })}</summary>
        <p class="t-hint">{t('casesHint')}</p>
        {questions.map((question) => (
          <CheckboxesField
            key={question}
            form={form}
            name={`cases.${place}.${question}`}
            label={caseQuestionName(question, language)}
            options={caseQuestions[question].map((answer) => ({
              value: answer,
              // Made of the table's own names.
              label: caseName(`${question}:${answer}` as DocumentCase, language),
            }))}
            optional
          />
        ))}
        <LocalTextFields
          form={form}
          name={`when.${place}`}
          label={t('when')}
          hint={t('whenHint')}
          languages={languages}
          max={documentSizes.when}
          rows={1}
        />
      </details>
    </Fieldset>
  );
}
