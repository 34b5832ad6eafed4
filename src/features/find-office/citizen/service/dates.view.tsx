import { clockTime, dayIn, withArticle } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { leastParty, type Offering } from '#features/offices/index.ts';
import type { FreeDays } from '#features/planner/index.ts';
import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { NextOpening } from '#ui/calendar/next-opening.tsx';
import { Calendar } from '#ui/calendar/calendar.tsx';
import { FirstDates } from '#ui/calendar/first-dates.tsx';
import { Cards } from '#ui/card.tsx';
import { timesPath } from '#ui/frame/site-paths.ts';
import { servicePath } from '../../addresses.ts';
import { OfficeCard } from '../search/office-card.view.tsx';
import { PriorityBox } from './priority-box.view.tsx';
import { PartyField } from './party-field.view.tsx';
import { ResidentField } from './resident-field.view.tsx';
import { serviceTexts } from './service.text.ts';
import type { ServicePageProps } from './service.view.tsx';

/** The first dates and the calendar, or what to do where there is nothing left. */
export function Dates(props: ServicePageProps & { offering: Offering }) {
  const { context, now, office, service, offering, party, free, firstTime, priority, resident } = props;
  const withPriority = priority?.shown ?? false;
  const { language } = context;
  const t = serviceTexts.for(language);
  const city = localText(office.city, language);
  const days = free.days.map(({ date, free: seats }) => ({
    date: date.toString(),
    free: seats,
    href: timesPath({ officeCode: office.code, serviceCode: service.code, day: date, party, withPriority, resident }),
  }));
  const [first, ...later] = days;
  const files = props.asked?.files.filter(({ mandatory }) => mandatory) ?? [];
  const time = firstTime && clockTime(firstTime, office.timeZone);
  return (
    <>
      <PartyField
        language={language}
        path={(count) => servicePath(office.code, service.code, count, withPriority, resident)}
        party={party}
        least={leastParty(offering)}
        most={offering.partyMax}
      />
      {offering.asksResidence && (
        <ResidentField
          language={language}
          city={city}
          resident={resident}
          path={(lives) => servicePath(office.code, service.code, party, withPriority, lives)}
        />
      )}
      {priority && priority.seats.length > 0 && <PriorityBox {...{ language, priority, office, service, party }} />}
      {first ? (
        <>
          {files.length > 0 && (
            <p>
              {t('haveReady')} <strong>{files.map(({ label }) => localText(label, language)).join('; ')}</strong>.
            </p>
          )}
          <FirstDates language={language} dates={[{ ...first, time }, ...later].slice(0, 6)} />
          <p>
            <a href="#documents">{t('jump')}</a>
            {' · '}
            <a href="#rules">{t('jumpRules')}</a>
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
          {offering.waitingList && (
            <p>
              {t('noDaySuits')} <a href={waitingListPath(props)}>{t('waitingList')}</a>
            </p>
          )}
        </>
      ) : (
        <SoldOut {...props} language={language} />
      )}
    </>
  );
}

function NextOpen({ context, office, free, now }: ServicePageProps) {
  if (!free.nextRelease) return null;
  const { language } = context;
  const { nextRelease: instant, nextReleaseBy: by } = free;
  const { timeZone: zone } = office;
  return <NextOpening {...{ language, instant, by, zone, now }} city={localText(office.city, language)} />;
}

function SoldOut(props: ServicePageProps & { language: Language; offering: Offering }) {
  const { language, offering, office, service, party, elsewhere } = props;
  const t = serviceTexts.for(language);
  return (
    <>
      <Alert language={language} tone="warning" title={party > 1 ? t('soldOutParty', { party }) : t('soldOutTitle')}>
        <p>
          <NextOpen {...props} />
        </p>
        <p>{party > 1 ? t('soldOutParty1') : offering.waitingList ? t('soldOutWaitingList') : t('soldOutAgain')}</p>
        {offering.waitingList && (
          <ButtonLink href={waitingListPath(props)} icon="clock">
            {t('waitingList')}
          </ButtonLink>
        )}
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

function waitingListPath({ office, service, party }: ServicePageProps): string {
  return `/offices/${office.code}/${service.code}/waiting-list${party > 1 ? `?party=${party}` : ''}`;
}

/** From the first month with a free day to the last that may be booked. */
function monthsUntil(now: Temporal.Instant, zone: string, { horizonEnd, days }: FreeDays): string[] {
  const first = (days[0]?.date ?? dayIn(now, zone)).toPlainYearMonth();
  const last = (horizonEnd ?? days.at(-1)?.date ?? dayIn(now, zone)).toPlainYearMonth();
  const count = first.until(last, { largestUnit: 'month' }).months + 1;
  return Array.from({ length: Math.max(1, count) }, (_, index) => first.add({ months: index }).toString());
}
