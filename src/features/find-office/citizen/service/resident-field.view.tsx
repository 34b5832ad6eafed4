import type { Language } from '#platform/language.ts';
import { residentTexts } from './resident.text.ts';

/** Where they live, where the office keeps seats for its residents. One click, without a form; the hold takes it along. */
export function ResidentField(props: {
  language: Language;
  city: string;
  resident: boolean | undefined;
  path: (resident: boolean) => string;
}) {
  const { language, city, resident, path } = props;
  const t = residentTexts.for(language);
  return (
    <nav class="mb-4" aria-labelledby="resident">
      <p class="mb-1 fw-semibold" id="resident">
        {t('question')}
      </p>
      <p class="t-hint">{t(resident === undefined ? 'why' : resident ? 'shownHere' : 'shownElsewhere', { city })}</p>
      <ul class="list-unstyled d-flex flex-wrap gap-2 mb-0">
        {[true, false].map((lives) => (
          <li key={String(lives)} class="m-0">
            <a
              class={lives === resident ? 'btn btn-sm btn-primary' : 'btn btn-sm btn-outline-primary'}
              href={path(lives)}
              aria-current={lives === resident ? 'true' : undefined}
            >
              {t(lives ? 'here' : 'elsewhere', { city })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
