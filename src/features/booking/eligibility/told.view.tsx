import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import type { NoticeName, RefusalReason } from './eligibility.text.ts';
import type { Told } from './rule.ts';
import { inWords } from './words.ts';

/** What a rule says, as a box of a page, with the ways on. */
export function ToldBox(props: {
  language: Language;
  told: Told<RefusalReason | NoticeName>;
  tone: 'info' | 'warning';
  /** The page to come back to. */
  back: string;
}) {
  const { language, told, tone, back } = props;
  const { title, about, ways } = inWords(told, { language, back });
  return (
    <Alert language={language} tone={tone} title={title}>
      <p class={ways.length > 0 ? undefined : 'mb-0'}>{about}</p>
      {ways.length > 0 && (
        <ul class="mb-0">
          {ways.map(({ label, href }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
