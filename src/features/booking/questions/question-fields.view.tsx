import type { Question } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { RadioField, SelectField } from '#ui/fields/choice-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { questionsFor } from './check-answers.ts';

/** Up to so many answers are all in view; more of them fold into a list. */
const mostInView = 5;

/** What the office asks of the person at one place of the party, as `people.0.answers.<code>`. */
export function QuestionFields(props: { form: FormState; position: number; questions: readonly Question[] }) {
  const { form, position, questions } = props;
  return (
    <>
      {questionsFor(questions, position).map((question) => (
        <QuestionField key={question.code} form={form} position={position} question={question} />
      ))}
    </>
  );
}

function QuestionField({ form, position, question }: { form: FormState; position: number; question: Question }) {
  const { language } = form;
  const { hint, control, options, maxLength } = question;
  const field = {
    form,
    name: `people.${position}.answers.${question.code}`,
    label: localText(question.label, language),
    hint: hint ? localText(hint, language) : undefined,
    optional: !question.mandatory,
  };
  if (control === 'date') return <DateField {...field} />;
  if (control === 'text') {
    const size = maxLength <= 12 ? 'short' : maxLength <= 40 ? 'medium' : 'full';
    return <TextField {...field} size={size} autocomplete="off" maxlength={maxLength} />;
  }
  const choices = options.map(({ code, label }) => ({ value: code, label: localText(label, language) }));
  // A choice made by mistake must be possible to take back where nothing has to be chosen.
  return choices.length > mostInView || !question.mandatory ? (
    <SelectField {...field} options={choices} />
  ) : (
    <RadioField {...field} options={choices} />
  );
}
