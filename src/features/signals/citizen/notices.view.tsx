import { dayIn, longDate } from '#platform/dates.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button } from '#ui/button.tsx';
import { CardLink, Cards } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { kindTexts } from '../kinds.text.ts';
import type { Notice } from '../notice.query.ts';
import { noticePaths } from '../paths.ts';
import { noticesTexts } from './notices.text.ts';

/** Everything that people of offices wrote about an account's use. */
export function NoticesView({
  context,
  notices,
  zone,
}: {
  context: PageContext;
  notices: readonly Notice[];
  zone: string;
}) {
  const { language } = context;
  const t = noticesTexts.for(language);
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      breadcrumb={[{ label: t('account'), href: '/profile' }, { label: t('title') }]}
    >
      <PageHeading title={t('title')} lead={notices.length > 0 ? t('lead') : undefined} />
      {notices.length === 0 ? (
        <EmptyState icon="check-circle" title={t('none')}>
          <p>{t('noneAbout')}</p>
        </EmptyState>
      ) : (
        <Cards>
          {notices.map(({ id, decision, outcome, createdAt }) => (
            <CardLink
              key={id}
              href={noticePaths.one(id)}
              title={t(decision)}
              answer={outcome === null ? longDate(dayIn(createdAt, zone), language) : t(outcome)}
            />
          ))}
        </Cards>
      )}
    </Layout>
  );
}

/** One notice: what was seen, why, what it means, and the form to answer once. */
export function NoticeView(props: {
  context: PageContext;
  notice: Notice;
  form: FormState;
  sent: boolean;
  zone: string;
}) {
  const { context, notice, form, sent, zone } = props;
  const { language } = context;
  const t = noticesTexts.for(language);
  const { decision, appeal, outcome, answer } = notice;
  return (
    <Layout
      context={context}
      title={t(decision)}
      width="text"
      formId={appeal === null ? 'answer' : undefined}
      invalid={form.errors.length > 0}
      breadcrumb={[{ label: t('title'), href: noticePaths.list }, { label: t(decision) }]}
    >
      <PageHeading
        title={t(decision)}
        kicker={longDate(dayIn(notice.createdAt, zone), language)}
        lead={t(decision === 'warn' ? 'warnAbout' : 'identifyAbout')}
      />
      {outcome !== null && (
        <Alert language={language} tone={outcome === 'withdrawn' ? 'success' : 'info'} title={t(outcome)}>
          <p class="t-lines mb-0">{answer}</p>
        </Alert>
      )}
      {sent && outcome === null && (
        <Alert language={language} tone="success" title={t('sent')} live>
          {t('waiting')}
        </Alert>
      )}
      <h2 class="h4">{t('seen')}</h2>
      <p>{kindTexts.for(language)(notice.kind)}</p>
      <h2 class="h4">{t('reason')}</h2>
      <p class="t-lines">{notice.reason}</p>
      {appeal === null ? (
        <>
          <h2 class="h4">{t('appealTitle')}</h2>
          <p>{t('appealAbout')}</p>
          <Form id="answer" form={form} csrf={context.csrf}>
            <TextareaField form={form} name="text" label={t('appeal')} maxlength={2000} rows={6} />
            <Actions>
              <Button busy={t('sending')}>{t('send')}</Button>
            </Actions>
          </Form>
        </>
      ) : (
        <>
          <h2 class="h4">{t('yours')}</h2>
          <p class="t-lines">{appeal}</p>
          {outcome === null && !sent && <p class="t-muted">{t('waiting')}</p>}
        </>
      )}
    </Layout>
  );
}
