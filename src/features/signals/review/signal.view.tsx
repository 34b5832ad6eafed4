import { dayIn } from '#platform/dates.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxesField, RadioField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import { kindTexts } from '../kinds.text.ts';
import { signalPaths } from '../paths.ts';
import type { Signal, SignalAccount } from '../signal.query.ts';
import { decisions } from '../tables.ts';
import { type ReviewPlace, ReviewPage } from './place.tsx';
import { reviewTexts } from './review.text.ts';
import { moment } from './signals.view.tsx';

/** One signal: what was seen, whom it concerns, and what to do about it. */
export function SignalView(props: {
  context: PageContext;
  place: ReviewPlace;
  signal: Signal;
  accounts: readonly SignalAccount[];
  form: FormState;
}) {
  const { context, place, signal, accounts, form } = props;
  const { language, csrf } = context;
  const t = reviewTexts.for(language);
  const title = kindTexts.for(language)(signal.kind);
  const own = accounts.filter((account) => account.own);
  const { decision } = signal;
  return (
    <ReviewPage
      context={context}
      place={place}
      title={title}
      formId={decision === null ? 'decide' : undefined}
      invalid={form.errors.length > 0}
      width="text"
      breadcrumb={[{ label: t('title'), href: signalPaths.list(place.code) }, { label: title }]}
    >
      <PageHeading
        title={title}
        kicker={moment(signal.lastAt, place.zone, language)}
        aside={<Badge tone={decision === null ? 'warning' : 'neutral'}>{t(decision ?? 'open')}</Badge>}
      />
      <Alert language={language} tone="info" title={t('what')}>
        <p class="mb-0">{kindTexts.for(language)(`${signal.kind}-about`, signal.evidence)}</p>
      </Alert>
      <h2>{t('concerned')}</h2>
      <Table
        caption={t('concerned')}
        columns={[{ label: t('account') }, { label: t('bookings') }, { label: t('tickets'), numeric: true }]}
        rows={own.map(({ id, name, bookings, tickets }) => ({
          key: String(id),
          cells: [
            place.code === null ? (
              name
            ) : (
              <a key="account" href={`/office/${place.code}/accounts/${id}`}>
                {name}
              </a>
            ),
            <Codes key="bookings" code={place.code} bookings={bookings} />,
            tickets,
          ],
        }))}
      />
      {accounts.length > own.length && <p class="t-muted">{t('others', { count: accounts.length - own.length })}</p>}
      {decision === null && (
        <>
          <h2>{t('decide')}</h2>
          <Form id="decide" form={form} csrf={csrf}>
            <RadioField
              form={form}
              name="decision"
              label={t('decision')}
              options={decisions.map((value) => ({ value, label: t(`do-${value}`), hint: t(`do-${value}-hint`) }))}
            />
            <CheckboxesField
              form={form}
              name="accounts"
              label={t('whom')}
              hint={t('whomHint')}
              options={own.map(({ id, name }) => ({ value: String(id), label: name }))}
              optional
            />
            <DayField
              form={form}
              name="lastDay"
              label={t('lastDay')}
              hint={t('lastDayHint')}
              min={dayIn(place.now, place.zone).toString()}
              optional
            />
            <TextareaField
              form={form}
              name="reason"
              label={t('reason')}
              hint={t('reasonHint')}
              maxlength={2000}
              rows={5}
            />
            <Actions>
              <Button busy={t('sending')}>{t('send')}</Button>
              <ButtonLink href={signalPaths.list(place.code)} kind="secondary">
                {t('back')}
              </ButtonLink>
            </Actions>
          </Form>
        </>
      )}
    </ReviewPage>
  );
}

function Codes({ code, bookings }: { code: string | null; bookings: readonly string[] }) {
  if (bookings.length === 0) return <>–</>;
  return (
    <>
      {bookings.map((booking) => (
        <span key={booking} class="t-code me-2" translate={false}>
          {code === null ? booking : <a href={`/office/${code}/bookings/${booking}`}>{booking}</a>}
        </span>
      ))}
    </>
  );
}
