import type { ComponentChildren } from 'preact';
import { type LocalText, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { NextOpening } from '#ui/calendar/next-opening.tsx';
import { FirstDates } from '#ui/calendar/first-dates.tsx';
import { Form, freshForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths, timesPath } from '#ui/frame/site-paths.ts';
import { TimesOfDay } from '#ui/calendar/times-of-day.tsx';
import { capital, dayOfMonth } from '#ui/calendar/weekdays.ts';
import type { Office, Service } from '#features/offices/index.ts';
import { type FreeDay, type FreeDays, residentWord } from '#features/planner/index.ts';
import { officePath, servicePath } from '../../addresses.ts';
import type { TimeToChoose } from '../../own-seat.ts';
import { KeptTimes } from './kept-times.view.tsx';
import type { KeptGroup } from './kept-groups.ts';
import { noneLead, noneTitle } from './none-words.ts';
import { timesTexts } from './times.text.ts';

/** Why a day has nothing to choose. */
export type NoTimes = 'full' | 'closed' | 'past' | 'beyond' | 'bad-date' | 'not-bookable';

export interface TimesPageProps {
  context: PageContext;
  now: Temporal.Instant;
  office: Office;
  service: Service;
  party: number;
  /** undefined when the address speaks of no day */
  date: Temporal.PlainDate | undefined;
  slots: readonly TimeToChoose[];
  none: NoTimes | undefined;
  free: FreeDays;
  /** why the office is closed, when it is the whole day */
  closed?: LocalText | undefined;
  /** who may book, where not everybody may, and where people wait for their turn */
  news?: ComponentChildren;
  /** the reader asked for seats kept for people with priority as well */
  withPriority?: boolean;
  /** they live in the office's municipality, or elsewhere; undefined: not said, or it does not matter */
  resident?: boolean | undefined;
  /** their times of this day */
  kept?: readonly KeptGroup[];
  /** one was chosen without a ground that it is kept for */
  asksGround?: boolean;
}

export function TimesView(props: TimesPageProps) {
  const { context, office, service, party, date, slots, none, withPriority = false, kept = [] } = props;
  const { language } = context;
  const t = timesTexts.for(language);
  const name = localText(service.name, language);
  const officeName = localText(office.name, language);
  const title = none ? noneTitle(props, none) : t('title', { day: date ? dayOfMonth(date, language) : '' });
  const times = slots.length + kept.reduce((sum, group) => sum + group.times.length, 0);
  const lead = none ? noneLead(props, none) : t(party > 1 ? 'leadParty' : 'lead', { times, party });
  return (
    <Layout
      context={context}
      title={`${title} · ${name}`}
      invalid={props.asksGround === true && kept.length > 0}
      breadcrumb={[
        { label: t('home'), href: sitePaths.home },
        { label: officeName, href: officePath(office.code) },
        { label: name, href: servicePath(office.code, service.code, party, withPriority, props.resident) },
        { label: date ? capital(dayOfMonth(date, language)) : title },
      ]}
    >
      <PageHeading title={title} kicker={`${name} · ${officeName}`} lead={lead} />
      {props.news}
      {none ? <WaysOn {...props} none={none} /> : <Times {...props} />}
      {date && none !== 'bad-date' && <OtherDays {...props} date={date} />}
      <p>
        <a href={servicePath(office.code, service.code, party, withPriority, props.resident)}>{t('calendar')}</a>
      </p>
    </Layout>
  );
}

function Times(props: TimesPageProps) {
  const { context, office, service, party, slots, withPriority = false, kept = [] } = props;
  const { language } = context;
  const t = timesTexts.for(language);
  const city = localText(office.city, language);
  return (
    <>
      {withPriority && <p class="t-muted">{t('clock', { city })}</p>}
      {withPriority && <KeptTimes {...{ context, office, service, party }} groups={kept} asks={props.asksGround} />}
      {withPriority && <h2>{t('everybody')}</h2>}
      {withPriority && <p>{slots.length > 0 ? t('everybodyAbout') : t('everybodyNone')}</p>}
      {slots.length > 0 && (
        <Form id="times" form={freshForm(language)} csrf={context.csrf} action="/holds">
          <input type="hidden" name="office" value={office.code} />
          <input type="hidden" name="service" value={service.code} />
          <input type="hidden" name="party" value={party} />
          {props.resident !== undefined && <input type="hidden" name="resident" value={residentWord(props.resident)} />}
          <TimesOfDay {...{ language, city, zone: office.timeZone, times: slots, within: withPriority }} />
        </Form>
      )}
    </>
  );
}

function WaysOn({
  context,
  now,
  office,
  service,
  party,
  date,
  free,
  none,
  withPriority = false,
  resident,
}: TimesPageProps & { none: NoTimes }) {
  const { language } = context;
  const t = timesTexts.for(language);
  const { nextRelease: instant, nextReleaseBy: by } = free;
  const zone = office.timeZone;
  const next = instant && (
    <NextOpening {...{ language, instant, by, zone, now }} city={localText(office.city, language)} />
  );
  const later = date && free.days.find((day) => Temporal.PlainDate.compare(day.date, date) > 0);
  const first = later ?? free.days[0];
  if (!first) {
    if (none === 'not-bookable') return null;
    return (
      <Alert language={language} tone="info" title={t('none')}>
        {next && <p>{next}</p>}
      </Alert>
    );
  }
  const href = timesPath({
    officeCode: office.code,
    serviceCode: service.code,
    day: first.date,
    party,
    withPriority,
    resident,
  });
  return (
    <>
      {none === 'beyond' && next && <p>{next}</p>}
      <ButtonLink href={href}>{t('firstFree', { day: dayOfMonth(first.date, language) })}</ButtonLink>
    </>
  );
}

/** The free days around this one: the one before, and those after. */
function OtherDays({
  context,
  office,
  service,
  party,
  free,
  date,
  none,
  withPriority = false,
  resident,
}: TimesPageProps & { date: Temporal.PlainDate }) {
  const { language } = context;
  const t = timesTexts.for(language);
  const before = free.days.filter((day) => Temporal.PlainDate.compare(day.date, date) < 0).at(-1);
  const after = free.days.filter((day) => Temporal.PlainDate.compare(day.date, date) > 0);
  const near = [...(before ? [before] : []), ...after].slice(0, 6);
  if (near.length === 0) return null;
  if (none) {
    const dates = near.map((day) => ({ date: day.date.toString(), free: day.free, href: link(day) }));
    return <FirstDates language={language} dates={dates} heading={t('otherDays')} />;
  }
  const [next] = after;
  return (
    <nav class="t-pagination" aria-label={t('otherDays')}>
      {before && (
        <a href={link(before)} rel="prev">
          {t('previousDay', { day: dayOfMonth(before.date, language) })}
        </a>
      )}
      {next && (
        <a class="t-pagination-next" href={link(next)} rel="next">
          {t('nextDay', { day: dayOfMonth(next.date, language) })}
        </a>
      )}
    </nav>
  );

  function link(day: FreeDay): string {
    return timesPath({
      officeCode: office.code,
      serviceCode: service.code,
      day: day.date,
      party,
      withPriority,
      resident,
    });
  }
}
