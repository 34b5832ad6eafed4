import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { fieldIdIn } from './field-id.ts';
import { formTexts } from './form.text.ts';
import { Icon } from '../icon.tsx';

/** What is wrong with a form, on top, each line a link to its field. Takes the focus when the page opens. */
export function ErrorSummary(props: { language: Language; errors: readonly FieldError[]; scope?: string | undefined }) {
  const { language, errors, scope } = props;
  if (errors.length === 0) return null;
  return (
    <div class="t-error-summary" role="alert" tabindex={-1} data-error-summary aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">
        <Icon name="error" />
        {formTexts.for(language)('summaryTitle', { count: errors.length })}
      </h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>{field === '' ? message : <a href={`#${fieldIdIn({ scope }, field)}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
