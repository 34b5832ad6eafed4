import { dayIn, withArticle } from '#platform/dates.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxField, RadioField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { CaseAccount } from '../account.query.ts';
import type { AtOffice } from '../at-office.ts';
import { ChangeTable } from '../change-table.view.tsx';
import type { ProfileChange } from '../changes/change.query.ts';
import { Lines } from '../lines.view.tsx';
import { casePaths } from '../paths.ts';
import { changeTexts } from './change.text.ts';

interface ChangeProps {
  context: PageContext;
  at: AtOffice;
  account: CaseAccount;
  change: ProfileChange;
  /** codes of the live bookings that would be corrected */
  codes: readonly string[];
  /** an operator has seen a document of this account’s owner */
  identified: boolean;
  decider: string | undefined;
  /** this office is one that decides */
  ours: boolean;
  form: FormState;
}

/** Old and new details side by side, the person's reason, and the decision. */
export function ChangeView(props: ChangeProps) {
  const { context, at, account, change, form, ours } = props;
  const { language } = context;
  const t = changeTexts.for(language);
  const { code, timeZone } = at.office;
  const name = `${account.givenName} ${account.familyName}`;
  const isOpen = change.outcome === null;
  const mayDecide = isOpen && ours && account.id !== at.viewer.accountId;
  const words = {
    caption: t('caption'),
    field: t('field'),
    before: t('before'),
    after: t('after'),
    changed: t('changed'),
  };
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={`${t('title')}: ${name}`}
      width="text"
      formId={mayDecide ? 'decide' : undefined}
      invalid={form.errors.length > 0}
      breadcrumb={[
        { label: t('accounts'), href: casePaths.list(code) },
        { label: name, href: casePaths.account(code, account.id) },
        { label: t('title') },
      ]}
    >
      <PageHeading
        title={t('title')}
        kicker={name}
        lead={t('written', { day: withArticle('il', dayIn(change.createdAt, timeZone), language) })}
        aside={change.outcome && <Badge tone="neutral">{t(change.outcome)}</Badge>}
      />
      <ChangeTable language={language} change={change} words={words} all />
      <h2 class="h4 mt-4">{t('why')}</h2>
      <blockquote class="blockquote">
        <Lines text={change.why} />
      </blockquote>
      {!isOpen && <Decided {...props} />}
      {isOpen && !ours && <Alert language={language} tone="info" title={t('elsewhere')} />}
      {mayDecide && <Decide {...props} />}
    </OfficeLayout>
  );
}

function Decide({ context, at, form, codes, identified }: ChangeProps) {
  const t = changeTexts.for(context.language);
  return (
    <>
      <h2 class="h4 mt-4">{t('decide')}</h2>
      <Form id="decide" form={form} csrf={context.csrf}>
        <RadioField
          form={form}
          name="outcome"
          label={t('outcome')}
          options={[
            { value: 'accept', label: t('accept') },
            { value: 'refuse', label: t('refuse') },
          ]}
        />
        {codes.length > 0 ? (
          <>
            <CheckboxField form={form} name="bookings" label={t('bookings', { codes: codes.join(', ') })} />
            <p class="t-muted">{t('bookingsHint')}</p>
          </>
        ) : (
          <p class="t-muted">{t('noBookings')}</p>
        )}
        {identified && (
          <>
            <CheckboxField form={form} name="seen" label={t('seen')} />
            <p class="t-muted">{t('seenHint')}</p>
          </>
        )}
        <TextareaField form={form} name="answer" label={t('answer')} hint={t('answerHint')} maxlength={2000} rows={5} />
        <Actions>
          <Button>{t('save')}</Button>
          <ButtonLink href={casePaths.list(at.office.code)} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}

function Decided({ context, at, change, decider }: ChangeProps) {
  const { language } = context;
  const t = changeTexts.for(language);
  if (change.decidedAt === null || change.outcome === null || change.outcome === 'withdrawn') return null;
  const day = withArticle('il', dayIn(change.decidedAt, at.office.timeZone), language);
  return (
    <Alert language={language} tone="info" title={t(change.outcome)}>
      <p>{t('by', { name: decider ?? t('someone'), day })}</p>
      <p class="mb-0">
        <Lines text={change.answer ?? ''} />
        {change.bookingsToo && ` ${t('bookingsDone')}`}
      </p>
    </Alert>
  );
}
