import { shortDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Card, CardLink, Cards } from '#ui/card.tsx';
import { freshForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { printedManual, sitePaths } from '#ui/frame/site-paths.ts';
import { TextField } from '#ui/fields/text-field.tsx';
import { SearchForm } from '#ui/toolbar.tsx';
import { Button } from '#ui/button.tsx';
import { type AllFirstDates, firstOfEachOffice } from '../first-dates.query.ts';
import { searchPath } from '../search-request.ts';
import { homeTexts } from './home.text.ts';
import { NearForm } from './search/near-form.view.tsx';
import { OfficeCard } from './search/office-card.view.tsx';
import { Releases } from './releases.view.tsx';
import { serviceIcon } from './service/service-icon.ts';

const mostOffices = 3;

export interface HomeProps {
  context: PageContext;
  all: AllFirstDates;
  now: Temporal.Instant;
}

export function HomeView({ context, all, now }: HomeProps) {
  const { language } = context;
  const t = homeTexts.for(language);
  const open = firstOfEachOffice(all).slice(0, mostOffices);
  return (
    <Layout
      context={context}
      title={t('title')}
      hero={
        <div class="t-hero-columns">
          <div>
            <PageHeading title={t('question')} lead={t('lead')} />
            <SearchForm
              language={language}
              action="/offices"
              label={t('search')}
              hint={t('searchHint')}
              suggest="/offices/suggestions"
              large
            />
            <NearForm language={language} buttonOnly />
            <p class="mt-3 mb-0">
              <a href="/first-date">{t('firstDateNear')}</a>
            </p>
            <p class="t-muted mt-3 mb-0">{t('seats', { seats: all.seats, offices: all.offices })}</p>
          </div>
          <How language={language} />
        </div>
      }
    >
      <section class="t-services" aria-labelledby="services">
        <h2 id="services">{t('services')}</h2>
        <Cards>
          {all.services.map((service) => (
            <CardLink
              key={service.code}
              href={`/offices?service=${service.code}`}
              title={localText(service.name, language)}
              icon={serviceIcon(service.code)}
              {...firstAnswer(all, service.code, language)}
            >
              {localText(service.summary, language)}
            </CardLink>
          ))}
        </Cards>
      </section>
      {open.length > 0 && (
        <section aria-labelledby="open">
          <h2 id="open">{t('openOffices')}</h2>
          <Cards>
            {open.map((first) => (
              <OfficeCard key={first.office.code} language={language} office={first.office} first={first} />
            ))}
          </Cards>
          <p>
            <a href={searchPath({ bookable: true })}>{t('bookableOffices')}</a>
            <span class="t-between"> </span>
            <a href="/offices">{t('allOffices')}</a>
          </p>
        </section>
      )}
      <div class="row g-4">
        {all.releases.length > 0 && (
          <div class="col-12 col-lg-7">
            <Releases language={language} releases={all.releases} now={now} />
          </div>
        )}
        <div class="col-12 col-lg-5">
          <FindBooking language={language} />
        </div>
      </div>
    </Layout>
  );
}

function firstAnswer(all: AllFirstDates, service: string, language: Language) {
  const t = homeTexts.for(language);
  const first = all.dates.find((date) => date.serviceCode === service);
  if (!first) return { answer: t('noDate'), tone: 'plain' } as const;
  const city = localText(first.office.city, language);
  return { answer: t('firstDate', { date: shortDate(first.date, language), city }), tone: 'good' } as const;
}

function FindBooking({ language }: { language: Language }) {
  const t = homeTexts.for(language);
  return (
    <Card title={t('haveBooking')} icon="calendar">
      <form method="get" action="/find-booking" novalidate>
        <TextField
          form={freshForm(language)}
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          size="code"
          maxlength={20}
        />
        <Button kind="secondary">{t('openBooking')}</Button>
      </form>
      <p class="mt-3 mb-0">
        <a href={sitePaths.bookings}>{t('myBookings')}</a>
      </p>
    </Card>
  );
}

/** The way in three lines, where a wide screen has room for them: nobody needs them to begin. */
function How({ language }: { language: Language }) {
  const t = homeTexts.for(language);
  return (
    <section class="t-how" aria-labelledby="how">
      <h2 id="how">{t('how')}</h2>
      <ol>
        <li>{t('howFind')}</li>
        <li>{t('howHold')}</li>
        <li>{t('howConfirm')}</li>
      </ol>
      <p class="mb-0">
        <a href={sitePaths.help}>{t('help')}</a>
      </p>
      <p class="mb-0">
        <a href={sitePaths.citizenManual}>{t('manual')}</a> (
        <a href={printedManual(language)} aria-label={t('manualPrinted')}>
          PDF
        </a>
        )
      </p>
    </section>
  );
}
