import { clockTime, dayIn } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import type { Booking } from '../../booking.query.ts';
import { longestRequest } from '../../requests/request.rules.ts';
import type { OfficeRequest } from '../../requests/request.query.ts';
import { cancelRefusal, endRefusal } from '../../cancel.rules.ts';
import { requestTexts } from './request.text.ts';

/** What one may not do alone, asked of the office in words. */
export function RequestView(props: {
  context: PageContext;
  booking: Booking;
  path: string;
  form: FormState;
  /** what waits for an answer */
  open: readonly OfficeRequest[];
}) {
  const { context, booking, path, form, open } = props;
  const { language, csrf } = context;
  const t = requestTexts.for(language);
  const kicker = `${localText(booking.serviceName, language)} · ${localText(booking.officeName, language)}`;
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      formId="request"
      invalid={form.errors.length > 0}
      breadcrumb={[{ label: t('crumb', { code: booking.code }), href: path }, { label: t('title') }]}
    >
      <PageHeading
        title={t('title')}
        kicker={kicker}
        lead={booking.contactEmail || booking.accountId ? t('lead') : t('leadNoMail')}
      />
      <RequestList language={language} zone={booking.timeZone} requests={open} />
      <Form id="request" form={form} csrf={csrf} action={`${path}/requests`}>
        <RadioField
          form={form}
          name="kind"
          label={t('kind')}
          options={[
            { value: 'change', label: t('change') },
            { value: 'cancel', label: t('cancel') },
          ]}
        />
        <TextareaField
          form={form}
          name="text"
          label={t('text')}
          hint={t('textHint')}
          maxlength={longestRequest}
          rows={6}
        />
        <Actions>
          <Button busy={t('sending')}>{t('send')}</Button>
          <ButtonLink href={path} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}

/** The way to ask: a button where one may do nothing alone, a quiet line otherwise. */
export function AskLink(props: { context: PageContext; booking: Booking; path: string; now: Temporal.Instant }) {
  const { context, booking, path, now } = props;
  const t = requestTexts.for(context.language);
  if (!booking.live || endRefusal(booking) !== undefined || Temporal.Instant.compare(booking.endsAt, now) <= 0)
    return null;
  if (cancelRefusal(booking, now) === undefined) {
    return (
      <p class="t-no-print mt-3">
        <a href={`${path}/requests`}>{t('link')}</a>
      </p>
    );
  }
  return (
    <Actions>
      <ButtonLink href={`${path}/requests`} kind="secondary" icon="mail">
        {t('linkNeeded')}
      </ButtonLink>
    </Actions>
  );
}

/** What was asked of the office and what it said, the latest first. */
export function RequestList(props: { language: Language; zone: string; requests: readonly OfficeRequest[] }) {
  const { language, zone, requests } = props;
  const t = requestTexts.for(language);
  if (requests.length === 0) return null;
  return (
    <section class="t-no-print">
      <h2>{requests.every(({ state }) => state === 'open') ? t('waiting', { count: requests.length }) : t('yours')}</h2>
      <ul class="list-unstyled">
        {requests.map((request) => (
          <li key={request.id} class="mb-4">
            <p class="mb-1">
              <strong>{request.kind === 'cancel' ? t('askedCancel') : t('askedChange')}</strong>{' '}
              <Badge tone={request.state === 'open' ? 'warning' : 'success'}>{t(request.state)}</Badge>
              <br />
              <span class="t-muted">{t('on', whenOf(request.createdAt, zone, language))}</span>
            </p>
            <p class="mb-1">{request.text}</p>
            {request.answer && (
              <p class="mb-1">
                <strong>{t('answer')}:</strong> {request.answer}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function whenOf(at: Temporal.Instant, zone: string, language: Language): { day: string; time: string } {
  return { day: dayOfMonth(dayIn(at, zone), language), time: clockTime(at, zone) };
}
