import { caseQuestionName, type DocumentToBring } from '#features/offices/index.ts';
import type { Language } from '#platform/language.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/fields/choice-field.tsx';
import { visitChoicesTexts } from './visit-choices.text.ts';
import { codeOf, questionsAbout, type VisitChoices } from './visit-choices.ts';

/** What the list depends on, as choices: before anything is booked, and by reading alone. */
export function VisitChoicesForm(props: {
  language: Language;
  documents: readonly DocumentToBring[];
  reasons: readonly string[];
  choices: VisitChoices;
  party: number;
}) {
  const { language, documents, reasons, choices, party } = props;
  const t = visitChoicesTexts.for(language);
  const questions = questionsAbout(documents, { reasons, language });
  if (questions.length === 0) return null;
  const chosen = Object.entries(choices).map(([question, one]) => [question, codeOf(one)]);
  const form = { language, values: Object.fromEntries(chosen) as Record<string, string>, errors: [], scope: 'bring' };
  return (
    <details class="mb-3" open={chosen.length > 0}>
      <summary>{t('yourCase')}</summary>
      <form method="get" action="#documents">
        {party > 1 && <input type="hidden" name="party" value={party} />}
        {questions.map(({ question, options }) => (
          <SelectField
            key={question}
            form={form}
            name={question}
            label={caseQuestionName(question, language)}
            first={t('notSaid')}
            options={options}
          />
        ))}
        <Button kind="secondary" small>
          {t('showMine')}
        </Button>
      </form>
    </details>
  );
}
