import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import { formTexts } from '../fields/form.text.ts';
import { Icon } from '../icon.tsx';

export const officeSearchTexts = defineTexts('ui/office-search', {
  it: {
    label: 'Cerca una prenotazione: cognome, codice o codice fiscale',
    hint: 'Cognome, codice o codice fiscale',
    shortcut: 'Tasto / per cercare',
  },
  en: {
    label: 'Find a booking: surname, code or codice fiscale',
    hint: 'Surname, code or codice fiscale',
    shortcut: '/ key to search',
  },
});

/**
 * The search of an office's desk, in the header of all its pages. What is typed is sent: no address holds a surname. A
 * scanner types the whole address of a receipt's QR code and Enter, so the field takes long texts.
 */
export function OfficeSearch(props: { language: Language; csrf: string; officeCode: string }) {
  const { language, csrf, officeCode } = props;
  const t = officeSearchTexts.for(language);
  return (
    <form
      class="t-office-search"
      role="search"
      aria-label={t('label')}
      method="post"
      action={`/office/${officeCode}/search`}
    >
      <input type="hidden" name="_csrf" value={csrf} />
      <label class="visually-hidden" for="office-search">
        {t('label')}
      </label>
      <input
        class="form-control"
        type="search"
        id="office-search"
        name="q"
        placeholder={t('hint')}
        maxlength={200}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        data-shortcut="/"
      />
      <button class="t-office-search-button" type="submit" aria-label={formTexts.for(language)('search')}>
        <Icon name="search" />
      </button>
      <button
        class="t-office-search-key"
        type="button"
        hidden
        data-shortcut-switch
        aria-pressed="true"
        aria-label={t('shortcut')}
        title={t('shortcut')}
      >
        <span aria-hidden="true">/</span>
      </button>
    </form>
  );
}
