import type { Language } from '#platform/language.ts';
import { Icon } from '#ui/icon.tsx';
import { SearchForm } from '#ui/toolbar.tsx';
import { nearTexts } from './near-form.text.ts';

/**
 * The nearest offices: to a place that is typed, or, with scripts, to where the reader is. The position is asked for only by
 * the reader's own click, and rounded before it leaves the device.
 */
export function NearForm(props: {
  language: Language;
  near?: string | undefined;
  service?: string | undefined;
  /** Without the field: beside a search that takes a place already. */
  buttonOnly?: boolean | undefined;
}) {
  const { language, near = '', service, buttonOnly = false } = props;
  const t = nearTexts.for(language);
  const isPlace = !/^-?\d/.test(near);
  return (
    <div>
      {!buttonOnly && (
        <SearchForm
          language={language}
          action="/offices"
          name="near"
          label={t('label')}
          value={isPlace ? near : ''}
          button={t('button')}
          suggest="/offices/suggestions"
          hidden={service === undefined ? undefined : { service }}
        />
      )}
      <div
        class="t-locate"
        hidden
        data-locate={service === undefined ? '/offices' : `/offices?service=${service}`}
        data-asking={t('asking')}
        data-denied={t('denied')}
        data-unknown={t('unknown')}
      >
        <button class="btn btn-outline-primary" type="button" aria-describedby="locate-about">
          <Icon name="map-marker" />
          {t('position')}
        </button>
        <p class="t-hint" id="locate-about">
          {t('about')}
        </p>
        <p class="t-locate-answer" role="status" />
      </div>
    </div>
  );
}
