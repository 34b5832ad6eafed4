import { Fragment } from 'preact';
import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { Table } from '#ui/table.tsx';
import { SearchForm } from '#ui/toolbar.tsx';
import type { CaughtMail } from './caught-mail.query.ts';
import { mailTexts } from './mail.text.ts';

/** The demo's mailbox: every e-mail, or those of one address. */
export function MailboxView(props: { context: PageContext; to: string | undefined; mails: readonly CaughtMail[] }) {
  const { context, to, mails } = props;
  const { language } = context;
  const t = mailTexts.for(language);
  const count = mails.length;
  return (
    <Layout context={context} title={t('title')}>
      <PageHeading title={t('title')} lead={t('lead')} />
      <div class="mb-4">
        <SearchForm
          language={language}
          action={sitePaths.demoMail}
          name="to"
          label={t('search')}
          hint={t('searchHint')}
          value={to ?? ''}
        />
      </div>
      {count === 0 ? (
        <EmptyState icon="inbox" title={to === undefined ? t('none') : t('captionFor', { count, to })}>
          <p>{t('noneText')}</p>
          {to !== undefined && <ButtonLink href={sitePaths.demoMail}>{t('all')}</ButtonLink>}
        </EmptyState>
      ) : (
        <Table
          caption={to === undefined ? t('caption', { count }) : t('captionFor', { count, to })}
          columns={[{ label: t('subject') }, { label: t('to') }, { label: t('sentAt') }]}
          rows={mails.map((mail) => ({
            key: mail.id,
            cells: [
              <a key="subject" class="text-break" href={`${sitePaths.demoMail}/${mail.id}`}>
                {mail.subject}
              </a>,
              <a key="to" class="text-break" href={mailboxPath(mail.to)}>
                {mail.to}
              </a>,
              sentWords(mail, language),
            ],
          }))}
        />
      )}
    </Layout>
  );
}

/** One e-mail: as it looks, in plain text, with its attachments. The HTML is shut in a frame of its own. */
export function MailView({ context, mail }: { context: PageContext; mail: CaughtMail }) {
  const { language } = context;
  const t = mailTexts.for(language);
  const path = `${sitePaths.demoMail}/${mail.id}`;
  return (
    <Layout
      context={context}
      title={mail.subject}
      breadcrumb={[
        { label: t('title'), href: sitePaths.demoMail },
        { label: mail.to, href: mailboxPath(mail.to) },
      ]}
    >
      <PageHeading title={mail.subject} lead={`${t('to')}: ${mail.to}. ${t('sentAt')}: ${sentWords(mail, language)}`} />
      {mail.attachments.length > 0 && (
        <>
          <h2>{t('attachments')}</h2>
          <ul>
            {mail.attachments.map((attachment, index) => (
              <li key={attachment.filename}>
                <a href={`${path}/attachments/${index}`}>{attachment.filename}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('asHtml')}</h2>
      <iframe
        class="w-100 border"
        src={`${path}/html`}
        title={t('asHtml')}
        height="1200"
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerpolicy="no-referrer"
      />
      <h2 class="mt-4">{t('links')}</h2>
      <ul>
        {mail.links.map((url) => (
          <li key={url} class="text-break">
            <a href={url}>{url}</a>
          </li>
        ))}
      </ul>
      <h2>{t('asText')}</h2>
      <p class="border p-3 font-monospace text-break">
        {mail.text.split('\n').map((line, index) => (
          <Fragment key={index}>
            {line}
            <br />
          </Fragment>
        ))}
      </p>
      <p>
        <a href={mailboxPath(mail.to)}>{t('inbox', { to: mail.to })}</a>
      </p>
    </Layout>
  );
}

function mailboxPath(address: string): string {
  return `${sitePaths.demoMail}?to=${encodeURIComponent(address)}`;
}

/** Nobody's office is meant here: the clock of the service itself. */
function sentWords({ sentAt }: CaughtMail, language: Language): string {
  const zone = 'Europe/Rome';
  const day = dayMonthYear(dayIn(sentAt, zone), language);
  return mailTexts.for(language)('at', { day, time: clockTime(sentAt, zone) });
}
