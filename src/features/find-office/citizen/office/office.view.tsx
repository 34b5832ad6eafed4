import { clockTime, dayIn } from '#platform/dates.ts';
import { type LocalText, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { CardLink, Cards } from '#ui/card.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import type { Office, Service } from '#features/offices/index.ts';
import type { AnnouncedClosure, AnnouncedOpenDay, PublicPlanner } from '#features/planner/index.ts';
import { servicePath } from '../../addresses.ts';
import type { Family } from './family.ts';
import { SharedCountry, SitesUnder, UnderOffice } from './family.view.tsx';
import { AboutOffice, Contacts } from './office-contacts.view.tsx';
import { OfficeHours } from './office-hours.view.tsx';
import { LocalWords } from './local-words.view.tsx';
import { OpenDays } from './open-days.view.tsx';
import { OfficesInstead } from '../search/offices-instead.view.tsx';
import { officeTexts } from './office.text.ts';
import { placeOf } from '../search/place.ts';
import { serviceIcon } from '../service/service-icon.ts';

export interface OfficePageProps {
  context: PageContext;
  now: Temporal.Instant;
  office: Office;
  family: Family;
  /** services that can be booked here, with their first free date; none is told of one by invitation */
  bookable: readonly { service: Service; first: Temporal.PlainDate | undefined; byInvitation: boolean }[];
  /** services of this kind of office that cannot be booked here */
  others: readonly Service[];
  planners: readonly PublicPlanner[];
  closures: readonly AnnouncedClosure[];
  extraOpenings: readonly AnnouncedClosure[];
  openDays?: readonly AnnouncedOpenDay[];
  instead: readonly {
    office: Office;
    km: number | null;
    first: { date: Temporal.PlainDate; serviceName: LocalText } | undefined;
  }[];
}

export function OfficeView(props: OfficePageProps) {
  const { context, now, office, family, bookable, others } = props;
  const { language } = context;
  const t = officeTexts.for(language);
  const name = localText(office.name, language);
  return (
    <Layout context={context} title={name} breadcrumb={[{ label: t('home'), href: sitePaths.home }, { label: name }]}>
      <PageHeading title={name} kicker={placeOf(office, language)} lead={leadOf(props)} />
      <p class="t-muted">
        {t('localTime', {
          time: clockTime(now, office.timeZone),
          day: dayOfMonth(dayIn(now, office.timeZone), language),
        })}
      </p>
      <UnderOffice {...{ language, office, family }} />
      {office.notice && (
        <Alert language={language} tone="info" title={t('notice')}>
          <p class="mb-0">
            <LocalWords language={language} text={office.notice} />
          </p>
        </Alert>
      )}
      {office.remark && (
        <Alert language={language} tone="warning" title={t('remark')}>
          <p>{localText(office.remark, language)}</p>
        </Alert>
      )}
      <OpenDays {...{ language, now, office }} openDays={props.openDays ?? []} />
      {bookable.length > 0 ? (
        <section class="t-services" aria-labelledby="book">
          <h2 id="book">{t('bookHere')}</h2>
          <Cards>
            {bookable.map(({ service, first, byInvitation }) => (
              <CardLink
                key={service.code}
                href={servicePath(office.code, service.code)}
                title={localText(service.name, language)}
                icon={serviceIcon(service.code)}
                answer={
                  first
                    ? t('serviceFirst', { date: dayOfMonth(first, language) })
                    : t(byInvitation ? 'byInvitation' : 'serviceNone')
                }
                tone={first ? 'good' : 'plain'}
              >
                {localText(service.summary, language)}
              </CardLink>
            ))}
          </Cards>
        </section>
      ) : (
        <OfficesInstead language={language} office={office} instead={props.instead} />
      )}
      <div class="row g-4">
        <div class="col-12 col-lg-6">
          <Contacts language={language} office={office} />
          <AboutOffice language={language} office={office} />
          <SharedCountry {...{ language, office, family }} />
          <SitesUnder {...{ language, office, family }} />
        </div>
        <div class="col-12 col-lg-6">
          <OfficeHours {...props} />
        </div>
      </div>
      {others.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others">{bookable.length > 0 ? t('otherServices') : t('allServices')}</h2>
          <p>{t('otherServicesAbout')}</p>
          <ul>
            {others.map((service) => (
              <li key={service.code}>
                <a href={servicePath(office.code, service.code)}>{localText(service.name, language)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}

function leadOf({ context, bookable }: OfficePageProps): string {
  const t = officeTexts.for(context.language);
  if (bookable.length === 0) return t('notBooking');
  const [best] = bookable
    .flatMap(({ service, first }) => (first ? [{ service, first }] : []))
    .sort((a, b) => Temporal.PlainDate.compare(a.first, b.first));
  if (!best) return t(bookable.every(({ byInvitation }) => byInvitation) ? 'allByInvitation' : 'soldOut');
  const service = localText(best.service.name, context.language);
  return t('firstDate', { date: dayOfMonth(best.first, context.language), service });
}
