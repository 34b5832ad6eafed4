import { type Language, languageName, languages, writtenLanguages } from '#platform/language.ts';
import { Icon } from '../icon.tsx';
import { layoutTexts } from './layout.text.ts';

interface SwitchProps {
  readonly language: Language;
  readonly url: string;
  readonly formId?: string | undefined;
}

/** So many languages stand side by side; more are a list that opens. */
const sideBySide = 3;

/**
 * The languages of the site. On a page with a form each is a button that sends that form with `_lang`, so that the same
 * page comes back with what was typed; elsewhere a link to the same address. The offices' own pages are in written
 * languages alone.
 */
export function LanguageSwitch(props: SwitchProps & { forOffices: boolean }) {
  const t = layoutTexts.for(props.language);
  const offered = props.forOffices ? writtenLanguages : languages;
  const list = (
    <ul class="t-languages" aria-label={t('language')}>
      {offered.map((language) => (
        <li key={language} lang={language} translate={false}>
          <Switch {...props} wish={language} />
        </li>
      ))}
    </ul>
  );
  if (offered.length <= sideBySide) return list;
  return (
    <details class="t-languages-more">
      <summary>
        <span class="visually-hidden">{t('language')}: </span>
        <span translate={false}>{languageName(props.language)}</span>
        <Icon name="expand" />
      </summary>
      {list}
    </details>
  );
}

function Switch(props: SwitchProps & { wish: Language }) {
  const { wish } = props;
  if (wish === props.language) return <span aria-current="true">{languageName(wish)}</span>;
  if (props.formId) {
    return (
      <button type="submit" form={props.formId} name="_lang" value={wish} formnovalidate>
        {languageName(wish)}
      </button>
    );
  }
  return (
    <a href={inLanguage(props.url, wish)} hreflang={wish}>
      {languageName(wish)}
    </a>
  );
}

function inLanguage(url: string, language: Language): string {
  const [path = '/', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('lang', language);
  return `${path}?${parameters.toString()}`;
}
