import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import type { Idle } from '../../own-sessions/idle.ts';
import type { OpenSession } from '../../own-sessions/sessions.query.ts';
import { sessionTexts } from './sessions.text.ts';

export const sessionsPath = '/profile/sessions';
export const sessionNotices = {
  ended: 'success',
  othersEnded: 'success',
  marked: 'success',
  'not-there': 'info',
} as const;
export type SessionNotice = keyof typeof sessionNotices;

/** The logins that are open, each with its end; and what this computer is to those who work. */
export function SessionsView(props: {
  context: PageContext;
  sessions: readonly OpenSession[];
  idle: Idle | null;
  notice: SessionNotice | undefined;
}) {
  const { context, sessions, idle, notice } = props;
  const { language } = context;
  const t = sessionTexts.for(language);
  const hasOthers = sessions.some(({ isThis }) => !isThis);
  return (
    <Layout
      context={context}
      title={t('title')}
      breadcrumb={[{ label: t('profile'), href: sitePaths.profile }, { label: t('title') }]}
    >
      <PageHeading title={t('title')} lead={t('lead')} />
      {notice && <Alert language={language} tone={sessionNotices[notice]} title={t(notice)} live />}
      <Table
        caption={t('caption')}
        columns={[
          { label: t('device') },
          { label: t('how') },
          { label: t('opened') },
          { label: t('seen') },
          { label: t('action') },
        ]}
        rows={sessions.map((session) => ({
          key: session.id,
          cells: [
            <Where key="where" language={language} session={session} />,
            howOf(session, language),
            at(session.createdAt, language),
            session.seenAt === null ? t('none') : at(session.seenAt, language),
            <End key="end" context={context} session={session} />,
          ],
        }))}
      />
      {hasOthers ? (
        <ActionForm action={`${sessionsPath}/end-others`} csrf={context.csrf} language={language}>
          <Button kind="secondary">{t('endOthers')}</Button>
        </ActionForm>
      ) : (
        <p>{t('only')}</p>
      )}
      <p class="mt-4">{t('worried')}</p>
      <Actions>
        <ButtonLink href="/profile/password" kind="secondary">
          {t('change')}
        </ButtonLink>
      </Actions>
      {idle && <Computer context={context} idle={idle} />}
    </Layout>
  );
}

function Where({ language, session }: { language: Language; session: OpenSession }) {
  const t = sessionTexts.for(language);
  return (
    <>
      {session.device ?? t('unknown')}
      {session.shared && <span class="t-muted"> ({t('shared')})</span>}{' '}
      {session.isThis && <Badge tone="success">{t('this')}</Badge>}
    </>
  );
}

function End({ context, session }: { context: PageContext; session: OpenSession }) {
  const { language, csrf } = context;
  const t = sessionTexts.for(language);
  if (session.isThis) return <>{t('none')}</>;
  const device = session.device ?? t('unknown');
  return (
    <ActionForm action={`${sessionsPath}/${session.id}/end`} csrf={csrf} language={language}>
      <Button kind="secondary" small label={t('endOf', { device, day: at(session.createdAt, language) })}>
        {t('end')}
      </Button>
    </ActionForm>
  );
}

function Computer({ context, idle }: { context: PageContext; idle: Idle }) {
  const { language, csrf } = context;
  const t = sessionTexts.for(language);
  const { shared, minutes } = idle;
  return (
    <>
      <h2 class="h4 mt-5">{t('computer')}</h2>
      <p>
        {shared ? t('computerShared', { minutes }) : t('computerAlone', { minutes })} {t('idleKept')}
      </p>
      <ActionForm
        action={`${sessionsPath}/computer`}
        csrf={csrf}
        language={language}
        hidden={{ shared: shared ? 'no' : 'yes' }}
      >
        <Button kind="secondary">{shared ? t('markAlone') : t('markShared')}</Button>
      </ActionForm>
    </>
  );
}

function howOf({ scheme, level }: OpenSession, language: Language): string {
  const t = sessionTexts.for(language);
  if (scheme === 'spid' || scheme === 'cie' || scheme === 'eidas') return t(scheme);
  return t(level >= 2 ? 'localTwo' : 'local');
}

function at(instant: Temporal.Instant, language: Language): string {
  return `${dayMonthYear(dayIn(instant, 'Europe/Rome'), language)}, ${clockTime(instant, 'Europe/Rome')}`;
}
