import { type Language, localText } from '#platform/language.ts';
import { answerInWords, type GivenAnswer } from './answer.ts';

/** A person's answers under the questions as they were put. */
export function AnswerList(props: { answers: readonly GivenAnswer[] | null; language: Language }) {
  const { answers, language } = props;
  if (answers === null || answers.length === 0) return null;
  return (
    <dl class="t-answers">
      {answers.map((answer) => (
        <div key={answer.code}>
          <dt>{localText(answer.label, language)}</dt>
          <dd translate={answer.control === 'text' ? false : undefined}>{answerInWords(answer, language)}</dd>
        </div>
      ))}
    </dl>
  );
}
