import type { ComponentChildren } from 'preact';
import { clockTime, dayIn, withArticle } from '#platform/dates.ts';
import { type Language, type LocalText, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { Calendar } from '#ui/calendar/calendar.tsx';
import { Cards } from '#ui/card.tsx';
import { FirstDates } from '#ui/calendar/first-dates.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import type { Offering, Office, Service } from '#features/offices/index.ts';
import type { FreeDays } from '#features/planner/index.ts';
import { timesPath } from '#ui/frame/site-paths.ts';
import { officePath, servicePath } from '../../addresses.ts';
import { BookingRules } from './booking-rules.view.tsx';
import { OfficeCard } from '../search/office-card.view.tsx';
import { PartyField } from './party-field.view.tsx';
import { serviceTexts } from './service.text.ts';
import { WhatToBring } from './what-to-bring.view.tsx';
import { When } from './when.view.tsx';

export interface ServicePageProps {
  context: PageContext;
  now: Temporal.Instant;
  office: Office;
  service: Service;
  /** undefined where the office has never opened it */
  offering: Offering | undefined;
  party: number;
  /** who may book, where not everybody may */
  news?: ComponentChildren;
  free: FreeDays;
  /** minutes; how late one may book */
  notice: number;
  firstTime: Temporal.Instant | undefined;
  /** where there are seats for this service, when there are none here */
  elsewhere: readonly { office: Office; date: Temporal.PlainDate; serviceName: LocalText }[];
}

export function ServiceView(props: ServicePageProps) {
  const { context, office, service, offering } = props;
  const { language } = context;
  const t = serviceTexts.for(language);
  const name = localText(service.name, language);
  const officeName = localText(office.name, language);
  const crumbs = [
    { label: t('home'), href: sitePaths.home },
    { label: officeName, href: officePath(office.code) },
    { label: name },
  ];
  return (
    <Layout context={context} title={`${name} · ${localText(office.city, language)}`} breadcrumb={crumbs}>
      <PageHeading title={name} kicker={officeName} lead={leadOf(props)} />
      {offering?.bookable ? (
        <>
          {props.news}
          <Dates {...props} offering={offering} />
          <div class="row g-4">
            <div class="col-12 col-lg-6">
              <WhatToBring {...{ language, office, service, offering }} />
            </div>
            <div class="col-12 col-lg-6">
              <BookingRules language={language} offering={offering} notice={props.notice} />
            </div>
          </div>
        </>
      ) : (
        <>
          <Alert language={language} tone="info" title={t('notBookable')}>
            <p>{t('notBookableAbout')}</p>
            <p>
              <a href={officePath(office.code)}>{t('contactsOf')}</a>
            </p>
          </Alert>
          <WhatToBring {...{ language, office, service, offering }} />
        </>
      )}
    </Layout>
  );
}

function leadOf({ context, office, offering, free, firstTime, party }: ServicePageProps) {
  const { language } = context;
  const t = serviceTexts.for(language);
  if (!offering?.bookable) return undefined;
  if (!firstTime) return free.days.length === 0 && party > 1 ? t('soldOutParty', { party }) : t('soldOut');
  const day = dayOfMonth(dayIn(firstTime, office.timeZone), language);
  return t('first', { day: `${day}, ${clockTime(firstTime, office.timeZone)}` });
}

function Dates(props: ServicePageProps & { offering: Offering }) {
  const { context, now, office, service, offering, party, free, firstTime } = props;
  const { language } = context;
  const t = serviceTexts.for(language);
  const city = localText(office.city, language);
  const days = free.days.map(({ date, free: seats }) => ({
    date: date.toString(),
    free: seats,
    href: timesPath({ officeCode: office.code, serviceCode: service.code, day: date, party }),
  }));
  const [first, ...later] = days;
  const time = firstTime && clockTime(firstTime, office.timeZone);
  return (
    <>
      <PartyField
        language={language}
        path={(count) => servicePath(office.code, service.code, count)}
        party={party}
        most={offering.partyMax}
      />
      {first ? (
        <>
          <FirstDates language={language} dates={[{ ...first, time }, ...later].slice(0, 6)} />
          <p>
            <a href="#documents">{t('jump')}</a>
          </p>
          <h2>{t('calendar')}</h2>
          <p>
            {t('clock', { city })}{' '}
            {free.horizonEnd && t('calendarUntil', { day: withArticle('al', free.horizonEnd, language) })}{' '}
            <NextOpen {...props} />
          </p>
          <Calendar
            language={language}
            months={monthsUntil(now, office.timeZone, free)}
            days={days}
            today={dayIn(now, office.timeZone).toString()}
          />
        </>
      ) : (
        <SoldOut {...props} language={language} />
      )}
    </>
  );
}

/** "I prossimi posti si aprono domani alle 19:00 di Londra." */
function NextOpen({ context, office, free, now }: ServicePageProps) {
  const { language } = context;
  if (!free.nextRelease) return null;
  return (
    <>
      {serviceTexts.for(language)('nextOpen', { day: '' })}
      <When
        language={language}
        instant={free.nextRelease}
        zone={office.timeZone}
        city={localText(office.city, language)}
        now={now}
      />
      .
    </>
  );
}

function SoldOut(props: ServicePageProps & { language: Language; offering: Offering }) {
  const { language, office, service, party, elsewhere } = props;
  const t = serviceTexts.for(language);
  return (
    <>
      <Alert language={language} tone="warning" title={party > 1 ? t('soldOutParty', { party }) : t('soldOutTitle')}>
        <p>
          <NextOpen {...props} />
        </p>
        <p>{party > 1 ? t('soldOutParty1') : t('soldOutAgain')}</p>
        {party > 1 && (
          <ButtonLink href={servicePath(office.code, service.code)}>{t('partyOption', { count: 1 })}</ButtonLink>
        )}
      </Alert>
      {elsewhere.length > 0 && (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere">{t('soldOutOffices')}</h2>
          <Cards>
            {elsewhere.map((first) => (
              <OfficeCard
                key={first.office.code}
                language={language}
                office={first.office}
                first={first}
                service={service.code}
              />
            ))}
          </Cards>
        </section>
      )}
    </>
  );
}

/** From the first month with a free day to the last that may be booked. */
function monthsUntil(now: Temporal.Instant, zone: string, { horizonEnd, days }: FreeDays): string[] {
  const first = (days[0]?.date ?? dayIn(now, zone)).toPlainYearMonth();
  const last = (horizonEnd ?? days.at(-1)?.date ?? dayIn(now, zone)).toPlainYearMonth();
  const count = first.until(last, { largestUnit: 'month' }).months + 1;
  return Array.from({ length: Math.max(1, count) }, (_, index) => first.add({ months: index }).toString());
}
