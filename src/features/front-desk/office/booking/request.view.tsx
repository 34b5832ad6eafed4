import type { Booking, OfficeRequest } from '#features/booking/index.ts';
import { clockTime, dayIn, longDate, withArticle } from '#platform/dates.ts';
import { type Language, languageOrItalian, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import { type AtOffice, bookingPath, deskPath } from '../../at-office.ts';
import { nameOf } from '../desk.view.tsx';
import { deskRequestTexts } from './request.text.ts';

interface RequestProps {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  request: OfficeRequest;
  form: FormState;
}

/** What is asked, then the ways to see to it: as asked, or in words. */
export function DeskRequestView(props: RequestProps) {
  const { context, at, booking, request, form } = props;
  const { language } = context;
  const t = deskRequestTexts.for(language);
  const name = nameOf(booking);
  const title = request.kind === 'cancel' ? t('titleCancel', { name }) : t('titleChange', { name });
  const day = dayIn(booking.startsAt, booking.timeZone);
  const time = clockTime(booking.startsAt, booking.timeZone);
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={title}
      width="text"
      formId={request.state === 'open' ? 'reply' : undefined}
      invalid={form.errors.length > 0}
      breadcrumb={[
        { label: t('toDo'), href: deskPath(at.office, 'to-do') },
        { label: booking.code, href: bookingPath(at.office, booking.code) },
        { label: t('section') },
      ]}
    >
      <PageHeading
        title={title}
        kicker={localText(booking.serviceName, language)}
        lead={t('when', { day: capital(longDate(day, language)), time })}
        aside={<BookingBadge language={language} status={booking.status} />}
      />
      <blockquote class="blockquote">
        {request.text.split('\n').map((line, index) => (
          <p key={index} class="mb-1">
            {line}
          </p>
        ))}
      </blockquote>
      <p class="t-muted">{t('written', whenOf(request.createdAt, booking.timeZone, language))}</p>
      {request.state === 'open' ? <Ways {...props} /> : <Settled {...props} />}
    </OfficeLayout>
  );
}

function Ways({ context, at, booking, request, form }: RequestProps) {
  const { language, csrf } = context;
  const t = deskRequestTexts.for(language);
  const path = bookingPath(at.office, booking.code);
  // In the language of whoever will read it.
  const reader = languageOrItalian(booking.language);
  const reason = deskRequestTexts.for(reader)('cancelReason');
  return (
    <>
      {request.kind === 'cancel' ? (
        <>
          <h2>{t('cancelTitle')}</h2>
          <p>{t('cancelAbout')}</p>
          <ActionForm action={`${path}/cancel`} csrf={csrf} language={language} hidden={{ reason }}>
            <Button kind="danger">{t('cancelDo')}</Button>
          </ActionForm>
        </>
      ) : (
        <>
          <h2>{t('moveTitle')}</h2>
          <p>{t('moveAbout')}</p>
          <ButtonLink href={`${path}/move`}>{t('moveDo')}</ButtonLink>
        </>
      )}
      <h2 class="mt-5">{t('answerTitle')}</h2>
      {!booking.contactEmail && booking.accountId === null && <p>{t('answerNoMail')}</p>}
      <Form id="reply" form={form} csrf={csrf} action={`${path}/requests/${request.id}`}>
        <TextareaField form={form} name="answer" label={t('answerLabel')} maxlength={2000} rows={6} />
        <Button kind="secondary" busy={t('answering')}>
          {t('answerDo')}
        </Button>
      </Form>
    </>
  );
}

function Settled({ context, request }: RequestProps) {
  const t = deskRequestTexts.for(context.language);
  return (
    <Alert language={context.language} tone="info" title={request.state === 'done' ? t('done') : t('answered')}>
      {request.answer && (
        <p>
          <strong>{t('theAnswer')}:</strong> {request.answer}
        </p>
      )}
    </Alert>
  );
}

function whenOf(at: Temporal.Instant, zone: string, language: Language) {
  return { date: withArticle('il', dayIn(at, zone), language), time: clockTime(at, zone) };
}
