import { type Language, languages } from '#platform/language.ts';
import { layoutTexts } from './layout.text.ts';

const names: Record<Language, string> = { it: 'Italiano', en: 'English' };

/**
 * The languages of the site. On a page with a form each is a button that sends that form with `_lang`, so that the same
 * page comes back with what was typed; elsewhere a link to the same address.
 */
export function LanguageSwitch(props: { language: Language; url: string; formId?: string | undefined }) {
  const t = layoutTexts.for(props.language);
  return (
    <ul class="t-languages" aria-label={t('language')}>
      {languages.map((language) => (
        <li key={language} lang={language}>
          <Switch {...props} wish={language} />
        </li>
      ))}
    </ul>
  );
}

function Switch(props: { wish: Language; language: Language; url: string; formId?: string | undefined }) {
  const { wish } = props;
  if (wish === props.language) return <span aria-current="true">{names[wish]}</span>;
  if (props.formId) {
    return (
      <button type="submit" form={props.formId} name="_lang" value={wish} formnovalidate>
        {names[wish]}
      </button>
    );
  }
  return (
    <a href={inLanguage(props.url, wish)} hreflang={wish}>
      {names[wish]}
    </a>
  );
}

function inLanguage(url: string, language: Language): string {
  const [path = '/', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('lang', language);
  return `${path}?${parameters.toString()}`;
}
