import type { Language } from '#platform/language.ts';
import { serviceTexts } from './service.text.ts';

/** How many people the dates are for; asked only where more than one may come. One click, without a form. */
export function PartyField(props: {
  language: Language;
  path: (party: number) => string;
  party: number;
  least: number;
  most: number;
}) {
  const { language, path, party, least, most } = props;
  if (most <= least) return null;
  const t = serviceTexts.for(language);
  return (
    <nav class="mb-4" aria-labelledby="party">
      <p class="mb-1 fw-semibold" id="party">
        {t('party')}
      </p>
      <p class="t-hint">{t('partyHint')}</p>
      <ul class="list-unstyled d-flex flex-wrap gap-2 mb-0">
        {Array.from({ length: most - least + 1 }, (_, index) => index + least).map((count) => (
          <li key={count} class="m-0">
            <a
              class={count === party ? 'btn btn-sm btn-primary' : 'btn btn-sm btn-outline-primary'}
              href={path(count)}
              aria-current={count === party ? 'true' : undefined}
            >
              {count}
              <span class="visually-hidden"> ({t('partyOption', { count })})</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
