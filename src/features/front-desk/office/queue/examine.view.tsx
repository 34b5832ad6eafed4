import { AnswerList, type Attachment, AttachmentList, type Booking, isToExamine } from '#features/booking/index.ts';
import type { RequestedFile } from '#features/offices/index.ts';
import { clockTime, dayIn, dayMonthYear, longDate } from '#platform/dates.ts';
import { type LocalText, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import { ActionForm, type FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { type AtOffice, bookingPath, deskPath } from '../../at-office.ts';
import { nameOf } from '../desk.view.tsx';
import { ExamineOutcomes } from './examine-outcomes.view.tsx';
import { ExamineState } from './examine-state.view.tsx';
import { examineTexts } from './examine.text.ts';

/** Why what was pressed was not done. */
export type ExamineFault = 'stale' | 'not-yours' | 'changed';

export interface ExamineProps {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  attachments: readonly Attachment[];
  /** what the office asks to be sent */
  files: readonly RequestedFile[];
  /** what can be ticked as missing */
  items: readonly LocalText[];
  now: Temporal.Instant;
  form: FormState;
  /** the outcome whose form was sent */
  sent: string;
  fault?: ExamineFault | undefined;
}

/** One request: what was sent on one side, what comes of it on the other; only for whoever has it in charge. */
export function ExamineView(props: ExamineProps) {
  const { context, at, booking, form, fault } = props;
  const { language } = context;
  const t = examineTexts.for(language);
  const { startsAt, timeZone } = booking;
  const name = nameOf(booking);
  const when = { day: capital(longDate(dayIn(startsAt, timeZone), language)), time: clockTime(startsAt, timeZone) };
  const isOpen = isToExamine({ status: booking.status, preCheck: booking.preCheck?.state ?? null });
  const isMine = booking.takenInChargeAt !== null && booking.takenInChargeBy === at.viewer.accountId;
  return (
    <OfficeLayout
      width="full"
      context={context}
      at={at}
      title={t('title', { name })}
      invalid={form.errors.length > 0}
      breadcrumb={[
        { label: t('queue'), href: deskPath(at.office, 'queue') },
        { label: booking.code, href: bookingPath(at.office, booking.code) },
        { label: t('crumb') },
      ]}
    >
      <PageHeading
        title={name}
        kicker={localText(booking.serviceName, language)}
        lead={t('when', when)}
        aside={<BookingBadge language={language} status={booking.status} />}
      />
      {fault && <Alert language={language} tone="warning" live title={t(fault)} />}
      {isOpen ? (
        <WhoHasIt {...props} isMine={isMine} />
      ) : (
        <Alert language={language} tone="info" title={t('notToExamine')}>
          <p>{t('notToExamineText')}</p>
        </Alert>
      )}
      <div class="t-booking">
        <div>
          <ExamineState {...props} />
          <Sent {...props} />
        </div>
        <div>{isOpen && isMine && <ExamineOutcomes {...props} />}</div>
      </div>
      <Actions>
        <ButtonLink href={bookingPath(at.office, booking.code)} kind="secondary">
          {t('open')}
        </ButtonLink>
      </Actions>
    </OfficeLayout>
  );
}

/** So that no two people examine the same request unaware. */
function WhoHasIt({ context, at, booking, isMine }: ExamineProps & { isMine: boolean }) {
  const { language, csrf } = context;
  const t = examineTexts.for(language);
  const path = `${bookingPath(at.office, booking.code)}/examine`;
  const { takenInChargeAt: since, takenInChargeBy: by, timeZone } = booking;
  if (since === null) {
    return (
      <Alert language={language} tone="info" title={t('free')}>
        <p>{t('freeText')}</p>
        <ActionForm action={`${path}/take`} csrf={csrf} language={language}>
          <Button busy={t('busy')}>{t('take')}</Button>
        </ActionForm>
      </Alert>
    );
  }
  const sinceWhen = { date: dayMonthYear(dayIn(since, timeZone), language), time: clockTime(since, timeZone) };
  if (isMine) {
    return (
      <div class="d-flex flex-wrap gap-3 align-items-center mb-3">
        <span>{t('mine', sinceWhen)}</span>
        <ActionForm action={`${bookingPath(at.office, booking.code)}/give-back`} csrf={csrf} language={language}>
          <Button kind="plain" small label={`${t('giveBack')}: ${t('giveBackText')}`}>
            {t('giveBack')}
          </Button>
        </ActionForm>
      </div>
    );
  }
  return (
    <Alert
      language={language}
      tone="warning"
      title={t('theirs', { name: booking.chargeOperator ?? t('someone'), ...sinceWhen })}
    >
      <p>{t('theirsText')}</p>
      {by !== null && (
        <ActionForm action={`${path}/take-over`} csrf={csrf} language={language} hidden={{ from: String(by) }}>
          <Button kind="secondary" busy={t('busy')}>
            {t('takeOver')}
          </Button>
        </ActionForm>
      )}
    </Alert>
  );
}

function Sent({ context, at, booking, attachments, files }: ExamineProps) {
  const { language } = context;
  const t = examineTexts.for(language);
  return (
    <section>
      <h2>{t('sent')}</h2>
      {attachments.length + files.length === 0 && <p>{t('nothingSent')}</p>}
      {booking.people.map((person, index) => (
        <AnswerList key={index} answers={person.answers} language={language} />
      ))}
      {booking.notes && (
        <p>
          <strong>{t('notes')}:</strong> {booking.notes}
        </p>
      )}
      <AttachmentList
        language={language}
        attachments={attachments}
        files={files}
        path={bookingPath(at.office, booking.code)}
        newSince={booking.preCheck?.since}
      />
    </section>
  );
}
