import { type Booking, type Clearance, isOverdue, type Municipality, possibleSteps } from '#features/booking/index.ts';
import { clockTime, dayIn, dayMonthYear, longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import type { FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx';
import { type AtOffice, bookingPath, deskPath } from '../../at-office.ts';
import { nameOf } from '../desk.view.tsx';
import { requestToSendTexts } from './request.text.ts';
import { RequestToSendView } from './request-to-send.view.tsx';
import type { RequestToSend } from './request-to-send.ts';
import { StepForm } from './clearance-steps.view.tsx';
import { deskClearanceTexts } from './clearance.text.ts';

/** Why what was pressed was not done. */
export type ClearanceFault = 'stale' | 'no-municipality' | 'changed';

export interface ClearanceProps {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  clearance: Clearance;
  form: FormState;
  /** municipalities of one name, to choose from */
  choices: readonly Municipality[];
  fault: ClearanceFault | undefined;
  saved: 'yes' | 'queued' | undefined;
  request: RequestToSend | undefined;
  today: Temporal.PlainDate;
}

/** Where a consent stands, and what can be written down next; the likeliest first. */
export function ClearanceView(props: ClearanceProps) {
  const { context, at, booking, clearance, form, fault, saved, today } = props;
  const { language } = context;
  const t = deskClearanceTexts.for(language);
  const name = nameOf(booking);
  const day = dayIn(booking.startsAt, booking.timeZone);
  const path = bookingPath(at.office, booking.code);
  const steps = booking.status === 'cancelled' ? [] : possibleSteps(clearance);
  const isMissing = clearance.residence === null;
  const ordered = isMissing
    ? [...steps].sort((a, b) => Number(b === 'municipality') - Number(a === 'municipality'))
    : steps;
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={t('title', { name })}
      width="text"
      invalid={form.errors.length > 0}
      breadcrumb={[
        { label: t('list'), href: deskPath(at.office, 'clearances') },
        { label: booking.code, href: path },
        { label: t('crumb') },
      ]}
    >
      <PageHeading
        title={t('title', { name })}
        kicker={localText(booking.serviceName, language)}
        lead={t('when', { day: capital(longDate(day, language)), time: clockTime(booking.startsAt, booking.timeZone) })}
        aside={<ClearanceBadge clearance={clearance} language={language} today={today} />}
      />
      {saved && !fault && (
        <Alert
          language={language}
          tone="success"
          live
          title={saved === 'queued' ? requestToSendTexts.for(language)('queued') : t('saved')}
        />
      )}
      {fault && <Alert language={language} tone="warning" live title={t(fault)} />}
      {booking.status !== 'cancelled' && isOverdue(clearance, today) && (
        <Alert language={language} tone="warning" title={t('late')} />
      )}
      <SummaryList language={language} rows={factsOf(clearance, language)} />
      {props.request && <RequestToSendView {...props} request={props.request} />}
      {ordered.map((step, index) => (
        <StepForm key={step} {...props} step={step} open={index === 0} />
      ))}
      <Actions>
        <ButtonLink href={path} kind="secondary">
          {t('back')}
        </ButtonLink>
      </Actions>
    </OfficeLayout>
  );
}

export function ClearanceBadge(props: { clearance: Clearance; language: Language; today: Temporal.PlainDate }) {
  const { clearance, language, today } = props;
  const t = deskClearanceTexts.for(language);
  const { state } = clearance;
  if (isOverdue(clearance, today)) return <Badge tone="danger">{t('overdue')}</Badge>;
  if (state === 'asked') return <Badge tone="info">{t('awaited')}</Badge>;
  if (state === 'granted' || state === 'told') return <Badge tone="success">{t(state)}</Badge>;
  return <Badge tone={state === 'refused' ? 'danger' : 'warning'}>{t(state)}</Badge>;
}

function factsOf(clearance: Clearance, language: Language): SummaryRow[] {
  const t = deskClearanceTexts.for(language);
  const { municipality, province, channel, mode } = clearance;
  const named = municipality && province ? t('inProvince', { name: municipality, province }) : t('noMunicipality');
  const day = (date: Temporal.PlainDate | null) => date && dayMonthYear(date, language);
  const known: [string, string | null][] = [
    [t('asked'), day(clearance.askedOn)],
    [t('channel'), channel && t(channel)],
    [t('protocol'), clearance.protocol],
    [t('remindedOn'), day(clearance.remindedOn)],
    [t('dueOn'), clearance.state === 'asked' || clearance.state === 'to-ask' ? day(clearance.dueOn) : null],
    [mode === 'notify' ? t('toldOn') : t('answeredOn'), day(clearance.answeredOn)],
    [t('answeredBy'), clearance.answeredBy],
    [t('answerProtocol'), clearance.answerProtocol],
    [t('reason'), clearance.reason],
  ];
  return [
    { key: t('municipality'), value: named },
    ...known.filter(([, value]) => value !== null).map(([key, value]) => ({ key, value })),
  ];
}
