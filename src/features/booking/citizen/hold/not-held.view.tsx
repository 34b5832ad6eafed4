import type { Office, Offering } from '#features/offices/index.ts';
import { residentWord } from '#features/planner/index.ts';
import { clockTime } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { NextOpening } from '#ui/calendar/next-opening.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import { NearTimes } from './near-times.view.tsx';
import type { NearDay } from '../../form/nearest-times.query.ts';
import { notHeldTexts } from './not-held.text.ts';

export const refusals = [
  'taken',
  'quota',
  'not-open',
  'beyond-horizon',
  'login-required',
  'already-booked',
  'party-too-large',
  'stale',
  'no-cookie',
] as const;
export type Refusal = (typeof refusals)[number];

export interface NotHeldProps {
  context: PageContext;
  refusal: Refusal;
  office: Office;
  offering: Offering;
  party: number;
  /** The seat that was asked for; without times when it is in no planner. */
  wanted: { slot: string; startsAt?: Temporal.Instant | undefined; day?: Temporal.PlainDate | undefined };
  near: readonly NearDay[];
  nextRelease: { from: Temporal.Instant; by: Temporal.Instant | undefined } | null;
  now: Temporal.Instant;
  /** The booking that stands in the way. */
  existing: string | undefined;
  /** Where all times of this service are. */
  times: string;
  /** Why they may have seats kept for some, as they said; empty otherwise. */
  ground?: string;
  /** Where they live, as they said. */
  resident?: boolean | undefined;
}

/** Why a seat could not be held, and the shortest way on. */
export function NotHeldView(props: NotHeldProps) {
  const { context, refusal, office, offering, party, wanted } = props;
  const { language } = context;
  const t = notHeldTexts.for(language);
  const words = wordsOf(props);
  const near = refusal === 'login-required' ? props.near.filter(({ day }) => !wanted.day?.equals(day)) : props.near;
  const remember = {
    wanted: wanted.slot,
    refusal,
    ...(refusal === 'already-booked' && { others: '1' }),
    ...(props.ground && { priority: props.ground }),
    ...(props.resident !== undefined && { resident: residentWord(props.resident) }),
  };
  return (
    <Layout context={context} title={words.title} width="text" formId="near-times">
      <PageHeading
        title={words.title}
        kicker={`${localText(offering.serviceName, language)} · ${localText(office.name, language)}`}
        lead={words.lead}
      />
      <Ways {...props} />
      {near.length > 0 && <h2>{refusal === 'login-required' ? t('otherDays') : t('near')}</h2>}
      <NearTimes
        language={language}
        csrf={context.csrf}
        office={office}
        offering={offering}
        party={party}
        days={near}
        remember={remember}
      >
        {refusal === 'already-booked' && (
          <Button name="slot" value={wanted.slot} kind="secondary">
            {t('forAnother')}
          </Button>
        )}
        {(refusal === 'stale' || refusal === 'no-cookie') && (
          <Button name="slot" value={wanted.slot}>
            {wanted.startsAt && wanted.day
              ? t('hold', { time: clockTime(wanted.startsAt, office.timeZone), day: dayOfMonth(wanted.day, language) })
              : t('holdAgain')}
          </Button>
        )}
      </NearTimes>
      {props.nextRelease && (
        <p>
          <NextOpening
            language={language}
            instant={props.nextRelease.from}
            by={props.nextRelease.by}
            zone={office.timeZone}
            city={localText(office.city, language)}
            now={props.now}
          />
        </p>
      )}
      <ul class="t-ways">
        {refusal !== 'already-booked' && (
          <li>
            <ButtonLink href={props.times} kind="secondary">
              {t('allTimes')}
            </ButtonLink>
          </li>
        )}
        <li>
          <ButtonLink
            href={refusal === 'already-booked' ? '/' : `/offices?service=${offering.serviceCode}`}
            kind="secondary"
          >
            {refusal === 'already-booked' ? t('home') : t('otherOffices')}
          </ButtonLink>
        </li>
      </ul>
    </Layout>
  );
}

function Ways({ context, refusal, existing, times }: NotHeldProps) {
  const t = notHeldTexts.for(context.language);
  if (refusal === 'login-required') {
    const next = encodeURIComponent(times);
    return (
      <div class="t-actions">
        <ButtonLink href={`/login?next=${next}`}>{t('login')}</ButtonLink>
        <ButtonLink href={`/register?next=${next}`} kind="secondary">
          {t('register')}
        </ButtonLink>
      </div>
    );
  }
  if (refusal === 'no-cookie') {
    return (
      <p>
        <a href={sitePaths.cookies}>{t('aboutCookies')}</a>
      </p>
    );
  }
  if (refusal !== 'already-booked') return null;
  return (
    <div class="t-actions">
      <ButtonLink href={existing ? `/bookings/${existing}` : '/bookings'}>
        {existing ? t('seeBooking') : t('seeBookings')}
      </ButtonLink>
    </div>
  );
}

function wordsOf(props: NotHeldProps): { title: string; lead: string } {
  const t = notHeldTexts.for(props.context.language);
  switch (props.refusal) {
    case 'taken':
      return { title: t('takenTitle'), lead: takenLead(props) };
    case 'quota':
      return { title: t('quotaTitle'), lead: t(props.near.length > 0 ? 'quotaLead' : 'quotaNone') };
    case 'not-open':
      return { title: t('notOpenTitle'), lead: t('notOpenLead') };
    case 'beyond-horizon':
      return { title: t('beyondTitle'), lead: t('beyondLead') };
    case 'login-required':
      return { title: t('loginTitle'), lead: t('loginLead') };
    case 'already-booked':
      return { title: t('bookedTitle'), lead: t('bookedLead') };
    case 'party-too-large':
      return { title: t('partyTitle'), lead: t('partyLead', { max: props.offering.partyMax }) };
    case 'no-cookie':
      return { title: t('noCookieTitle'), lead: t('noCookieLead') };
    case 'stale':
      return { title: t('staleTitle'), lead: t('staleLead') };
  }
}

function takenLead({ context, office, party, wanted, near }: NotHeldProps): string {
  const t = notHeldTexts.for(context.language);
  if (!wanted.startsAt || !wanted.day) return near.length > 0 ? t('goneLead') : t('goneNone');
  const when = { time: clockTime(wanted.startsAt, office.timeZone), day: dayOfMonth(wanted.day, context.language) };
  if (near.length === 0) return t('takenNone', when);
  return party > 1 ? t('takenParty', { ...when, party }) : t('takenLead', when);
}
