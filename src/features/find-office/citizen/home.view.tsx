import { shortDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card, CardLink, Cards } from '#ui/card.tsx';
import { freshForm } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { PageContext } from '#ui/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/site-paths.ts';
import { TextField } from '#ui/text-field.tsx';
import { SearchForm } from '#ui/toolbar.tsx';
import { Button } from '#ui/button.tsx';
import { type AllFirstDates, firstOfEachOffice } from '../first-dates.query.ts';
import { homeTexts } from './home.text.ts';
import { OfficeCard } from './office-card.view.tsx';
import { serviceIcon } from './service-icon.ts';

const mostOffices = 6;

export interface HomeProps {
  context: PageContext;
  all: AllFirstDates;
  /** A booking's code that cannot be one, as typed. */
  wrongCode?: string | undefined;
}

export function HomeView({ context, all, wrongCode }: HomeProps) {
  const { language } = context;
  const t = homeTexts.for(language);
  const open = firstOfEachOffice(all).slice(0, mostOffices);
  return (
    <Layout
      context={context}
      title={t('title')}
      invalid={wrongCode !== undefined}
      hero={
        <>
          <PageHeading title={t('question')} lead={t('lead')} />
          <SearchForm
            language={language}
            action="/offices"
            label={t('search')}
            hint={t('searchHint')}
            suggest="/offices/suggestions"
            large
          />
          <p class="t-muted mt-3 mb-0">{t('seats', { seats: all.seats, offices: all.offices })}</p>
        </>
      }
    >
      <section aria-labelledby="services">
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
      <div class="row g-4">
        <div class="col-12 col-lg-6">
          <FindBooking language={language} wrongCode={wrongCode} />
        </div>
        <div class="col-12 col-lg-6">
          <Card title={t('how')} icon="help">
            <ol>
              <li>{t('howFind')}</li>
              <li>{t('howHold')}</li>
              <li>{t('howConfirm')}</li>
            </ol>
            <ButtonLink href={sitePaths.help} kind="plain">
              {t('help')}
            </ButtonLink>
          </Card>
        </div>
      </div>
      {open.length > 0 && (
        <section aria-labelledby="open">
          <h2 id="open">{t('openOffices')}</h2>
          <p>{t('openOfficesAbout')}</p>
          <Cards>
            {open.map((first) => (
              <OfficeCard key={first.office.code} language={language} office={first.office} first={first} />
            ))}
          </Cards>
          <p>
            <a href="/offices">{t('allOffices')}</a>
          </p>
        </section>
      )}
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

function FindBooking({ language, wrongCode }: { language: Language; wrongCode: string | undefined }) {
  const t = homeTexts.for(language);
  const form = {
    ...freshForm(language, { code: wrongCode ?? '' }),
    errors: wrongCode === undefined ? [] : [{ field: 'code', reason: 'invalid', message: t('codeWrong') }],
  };
  return (
    <Card title={t('haveBooking')} icon="calendar">
      <form method="get" action="/find-booking" novalidate>
        <TextField form={form} name="code" label={t('code')} hint={t('codeHint')} size="code" maxlength={20} />
        <Button kind="secondary">{t('openBooking')}</Button>
      </form>
      <p class="mt-3 mb-0">
        <a href={sitePaths.bookings}>{t('myBookings')}</a>
      </p>
    </Card>
  );
}
