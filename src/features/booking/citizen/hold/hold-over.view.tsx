import { clockTime } from '#platform/dates.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Alert } from '#ui/alert.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { timesPath } from '#ui/frame/site-paths.ts';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import { type Held } from './held.ts';
import { kickerOf } from './held-bar.view.tsx';
import { holdOverTexts } from './hold-over.text.ts';
import { NearTimes } from './near-times.view.tsx';
import type { NearDay } from '../../form/nearest-times.query.ts';

/** A hold that is over: why, that nothing typed is lost, and the nearest seats. */
export function HoldOverView(props: {
  context: PageContext;
  held: Held;
  near: readonly NearDay[];
  hasDraft: boolean;
  current: string | undefined;
}) {
  const { context, held, near, hasDraft, current } = props;
  const { language } = context;
  const { hold, office, offering } = held;
  const t = holdOverTexts.for(language);
  const isExpired = Temporal.Instant.compare(hold.expiresAt, held.now) <= 0;
  const title = isExpired ? t('expiredTitle') : t('leftTitle');
  const when = { day: dayOfMonth(hold.day, language), time: clockTime(hold.startsAt, office.timeZone) };
  const times = timesPath({
    officeCode: office.code,
    serviceCode: offering.serviceCode,
    day: hold.day,
    party: hold.party,
  });
  return (
    <Layout context={context} title={title} width="text">
      <PageHeading
        title={title}
        kicker={kickerOf(held, language)}
        lead={isExpired ? t('expiredLead', when) : t('leftLead', when)}
      />
      {current && (
        <div class="t-actions">
          <ButtonLink href={current}>{t('current')}</ButtonLink>
        </div>
      )}
      {hasDraft && <Alert language={language} tone="info" title={t('kept')} />}
      {near.length > 0 ? <h2>{t('near')}</h2> : <p>{t('none')}</p>}
      {near.length > 0 && (
        <NearTimes
          language={language}
          csrf={context.csrf}
          office={office}
          offering={offering}
          party={hold.party}
          days={near}
        />
      )}
      <ul class="t-ways">
        <li>
          <ButtonLink href={times} kind="secondary">
            {t('allTimes')}
          </ButtonLink>
        </li>
        <li>
          <ButtonLink href="/bookings" kind="secondary">
            {t('bookings')}
          </ButtonLink>
        </li>
      </ul>
    </Layout>
  );
}
