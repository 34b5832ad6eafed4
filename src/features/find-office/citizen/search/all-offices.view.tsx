import { type Language, localText } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { SearchForm } from '#ui/toolbar.tsx';
import type { CountryEntry, ProvinceEntry } from '#features/offices/index.ts';
import { searchPath } from '../../search-request.ts';
import { allOfficesTexts } from './all-offices.text.ts';
import { NearForm } from './near-form.view.tsx';
import { searchResultsTexts } from './search-results.text.ts';

const continents = ['europe', 'america', 'asia', 'africa', 'oceania'] as const;
type Continent = (typeof continents)[number];

/** The part of the world that an office's time zone names. */
const continentOf: Readonly<Record<string, Continent>> = {
  America: 'america',
  Asia: 'asia',
  Africa: 'africa',
  Australia: 'oceania',
  Pacific: 'oceania',
};

export function AllOfficesView(props: {
  context: PageContext;
  countries: readonly CountryEntry[];
  provinces: readonly ProvinceEntry[];
}) {
  const { context, countries, provinces } = props;
  const { language } = context;
  const t = allOfficesTexts.for(language);
  const total = [...countries, ...provinces].reduce((sum, { offices }) => sum + offices, 0);
  return (
    <Layout
      context={context}
      title={t('title')}
      breadcrumb={[{ label: t('home'), href: sitePaths.home }, { label: t('title') }]}
    >
      <PageHeading title={t('title')} lead={t('lead', { total })} />
      <div class="row g-4 d-print-none">
        <div class="col-12 col-lg-6">
          <SearchForm
            language={language}
            action="/offices"
            label={searchResultsTexts.for(language)('search')}
            suggest="/offices/suggestions"
          />
        </div>
        <div class="col-12 col-lg-6">
          <NearForm language={language} />
        </div>
      </div>
      <p class="mt-3">
        <ButtonLink href={searchPath({ bookable: true })} kind="secondary">
          {t('bookable')}
        </ButtonLink>
      </p>
      <section aria-labelledby="abroad">
        <h2 id="abroad">{t('abroad')}</h2>
        <div class="t-areas">
          {continents.map((continent) => {
            const there = countries.filter(({ zoneArea }) => (continentOf[zoneArea] ?? 'europe') === continent);
            return (
              <Area
                key={continent}
                language={language}
                name={t(continent)}
                entries={byName(
                  there.map(({ code, name, offices, bookable }) => ({
                    href: searchPath({ country: code }),
                    name: localText(name, language),
                    offices,
                    bookable,
                  })),
                  language,
                )}
              />
            );
          })}
        </div>
      </section>
      <section aria-labelledby="italy">
        <h2 id="italy">{t('italy')}</h2>
        <div class="t-areas">
          {[...Map.groupBy(provinces, ({ region }) => region)].map(([region, there]) => (
            <Area
              key={region}
              language={language}
              name={region}
              entries={there.map(({ code, name, offices, bookable }) => ({
                href: searchPath({ province: code }),
                name,
                offices,
                bookable,
              }))}
            />
          ))}
        </div>
      </section>
    </Layout>
  );
}

interface Entry {
  href: string;
  name: string;
  offices: number;
  bookable: number;
}

function byName(entries: readonly Entry[], language: Language): Entry[] {
  return entries.toSorted((a, b) => a.name.localeCompare(b.name, language));
}

function Area({ language, name, entries }: { language: Language; name: string; entries: readonly Entry[] }) {
  const t = allOfficesTexts.for(language);
  if (entries.length === 0) return null;
  return (
    <details class="t-area">
      <summary>
        <h3>{name}</h3>
        <span class="t-muted">{t('offices', { offices: entries.reduce((sum, { offices }) => sum + offices, 0) })}</span>
      </summary>
      <ul class="t-columns">
        {entries.map((entry) => (
          <li key={entry.href}>
            <a href={entry.href}>{entry.name}</a>{' '}
            <span class="t-muted">
              {t('offices', { offices: entry.offices })}
              {entry.bookable > 0 && `, ${t('bookableThere', { bookable: entry.bookable })}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
