import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { HelpRequest } from '../help.query.ts';
import { longestText } from '../help.rules.ts';
import { helpTexts } from '../help.text.ts';
import { PicturesField } from '../pictures-field.view.tsx';
import { StateBadge } from '../state-badge.view.tsx';
import { moment, Thread } from '../thread.view.tsx';

interface ThreadProps {
  readonly context: PageContext;
  readonly help: HelpRequest;
  readonly form: FormState;
  readonly sent: boolean;
  /** the signed address of this page */
  readonly here: string;
  /** whoever is logged in wrote it: their list is one click away */
  readonly isOwn: boolean;
}

/** One request with its answers, for whoever wrote it. */
export function ThreadView({ context, help, form, sent, here, isOwn }: ThreadProps) {
  const { language } = context;
  const t = helpTexts.for(language);
  const title = t('thread', { number: String(help.id) });
  const zone = 'Europe/Rome';
  return (
    <Layout
      context={context}
      title={title}
      width="text"
      breadcrumb={[
        { label: t('home'), href: sitePaths.home },
        isOwn ? { label: t('mine'), href: '/help/requests' } : { label: t('help'), href: sitePaths.help },
        { label: title },
      ]}
      formId="reply"
      invalid={form.errors.length > 0}
    >
      <PageHeading title={title} aside={<StateBadge language={language} state={help.state} />} />
      {sent && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{t('replySent')}</p>
        </Alert>
      )}
      <SummaryList
        language={language}
        rows={[
          {
            key: t('writtenTo'),
            value: help.office ? (
              <a href={`/offices/${help.office.code}`}>{localText(help.office.name, language)}</a>
            ) : (
              t('site')
            ),
          },
          { key: t('sentOn'), value: moment(help.createdAt, zone, language) },
        ]}
      />
      <Thread
        language={language}
        messages={help.messages}
        zone={zone}
        pictures={`${here}/pictures/`}
        citizen={t('you')}
      />
      <h2 class="h3">{t('reply')}</h2>
      {help.state === 'closed' && <p>{t('closedText')}</p>}
      <Form id="reply" form={form} csrf={context.csrf} upload>
        <TextareaField form={form} name="text" label={t('replyText')} maxlength={longestText} />
        <PicturesField form={form} />
        <Actions>
          <Button busy={t('sending')}>{t('replySend')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
