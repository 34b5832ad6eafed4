import type { MissedAppointment, OfficePause } from '#features/booking/index.ts';
import type { Merge } from '#features/identity/index.ts';
import { dayIn, dayMonthYear, withArticle } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { Table } from '#ui/table.tsx';
import type { CaseAccount } from '../account.query.ts';
import type { AtOffice } from '../at-office.ts';
import type { ProfileChange } from '../changes/change.query.ts';
import { personFields } from '../changes/person-text.ts';
import { casePaths } from '../paths.ts';
import { PersonValue, personTexts } from '../person-details.view.tsx';
import type { BlockCase } from '../restriction.query.ts';
import { accountTexts } from './account.text.ts';

export interface AccountProps {
  context: PageContext;
  at: AtOffice;
  account: CaseAccount;
  blocks: readonly BlockCase[];
  missed: readonly MissedAppointment[];
  pauses: readonly OfficePause[];
  changes: readonly ProfileChange[];
  merges: readonly Merge[];
  done: string;
}

const notices = { blocked: 'doneBlocked', decided: 'doneDecided', excused: 'doneExcused' } as const;

/** One account: who it is, what holds, what was decided, and what may be done. */
export function AccountView(props: AccountProps) {
  const { context, at, account, done, merges } = props;
  const { language } = context;
  const t = accountTexts.for(language);
  const name = `${account.givenName} ${account.familyName}`;
  const notice = done === 'blocked' || done === 'decided' || done === 'excused' ? notices[done] : undefined;
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={name}
      breadcrumb={[{ label: t('accounts'), href: casePaths.list(at.office.code) }, { label: name }]}
    >
      <PageHeading title={name} />
      {notice && <Alert language={language} tone="success" title={t(notice)} live />}
      {account.id === at.viewer.accountId && <Alert language={language} tone="info" title={t('own')} />}
      {account.hasRoles && <p class="t-muted">{t('roles')}</p>}
      <Facts {...props} />
      {merges.map(({ email, mergedAt }) => (
        <p key={email}>
          {t('merged', { email, day: withArticle('il', dayIn(mergedAt, at.office.timeZone), language) })}
        </p>
      ))}
      <Blocks {...props} />
      <Missed {...props} />
      <Changes {...props} />
    </OfficeLayout>
  );
}

function Facts({ context, at, account }: AccountProps) {
  const { language } = context;
  const t = accountTexts.for(language);
  const p = personTexts.for(language);
  const { email, emailVerified, phone, office, createdAt, bookings } = account;
  return (
    <SummaryList
      language={language}
      rows={[
        ...personFields.map((field) => ({
          key: p(field),
          value: <PersonValue language={language} person={account} field={field} />,
        })),
        { key: t('email'), value: emailVerified ? email : `${email} (${t('emailUnproved')})` },
        { key: t('phone'), value: phone ?? t('none') },
        { key: t('office'), value: office === null ? t('none') : localText(office.name, language) },
        { key: t('since'), value: dayMonthYear(dayIn(createdAt, at.office.timeZone), language) },
        { key: t('figures', { scope: at.network ? 'all' : 'here' }), value: t('figuresLine', { ...bookings }) },
      ]}
    />
  );
}

function Blocks({ context, at, account, blocks }: AccountProps) {
  const { language } = context;
  const t = accountTexts.for(language);
  const { code } = at.office;
  const where = ({ block, office }: BlockCase) => {
    if (office === null) return t('everywhere');
    return block.officeId === at.office.id ? t('here') : t('elsewhere', { office: localText(office.name, language) });
  };
  return (
    <>
      <h2 class="mt-5">{t('blocks')}</h2>
      {blocks.length === 0 && <p>{t('blocksNone')}</p>}
      <ul>
        {blocks.map((found) => (
          <li key={found.block.id} class="mb-2">
            <a href={casePaths.oneBlock(code, found.block.id)}>
              {where(found)},{' '}
              {found.block.lastDay === null
                ? t('untilDecided')
                : t('untilDay', { day: withArticle('al', found.block.lastDay, language) })}
            </a>{' '}
            <Badge tone={found.inForce ? 'warning' : 'neutral'}>{t(found.inForce ? 'inForce' : 'over')}</Badge>
          </li>
        ))}
      </ul>
      {account.id !== at.viewer.accountId && (
        <>
          <p>{t('blockAbout')}</p>
          <ButtonLink href={casePaths.block(code, account.id)} kind="secondary">
            {t('block')}
          </ButtonLink>
        </>
      )}
    </>
  );
}

function Missed({ context, at, account, missed, pauses }: AccountProps) {
  const { language, csrf } = context;
  const t = accountTexts.for(language);
  if (missed.length === 0) return null;
  const { code, timeZone } = at.office;
  return (
    <>
      <h2 class="mt-5">{t('missed')}</h2>
      {pauses.map((pause) => (
        <p key={pause.service?.code ?? ''}>
          <Badge tone="warning">{t('pause', { day: withArticle('al', pause.lastDay, language) })}</Badge>
          {pause.service && ` ${localText(pause.service.name, language)}`}
        </p>
      ))}
      <Table
        caption={t('missed')}
        columns={[{ label: t('missedDay') }, { label: t('missedService') }, { label: t('missedState') }]}
        rows={missed.map((one) => {
          const day = dayIn(one.startsAt, timeZone);
          return {
            key: one.bookingId,
            cells: [
              <a key="day" href={`/office/${code}/bookings/${one.code}`}>
                {dayMonthYear(day, language)}
              </a>,
              localText(one.serviceName, language),
              one.excused ? (
                t('excused')
              ) : (
                <ActionForm
                  key="excuse"
                  action={casePaths.excuse(code, account.id)}
                  csrf={csrf}
                  language={language}
                  hidden={{ booking: one.bookingId }}
                >
                  {t('counts')}{' '}
                  <Button kind="secondary" small label={t('excuseOf', { day: withArticle('il', day, language) })}>
                    {t('excuse')}
                  </Button>
                </ActionForm>
              ),
            ],
          };
        })}
      />
    </>
  );
}

function Changes({ context, at, changes }: AccountProps) {
  const { language } = context;
  const t = accountTexts.for(language);
  if (changes.length === 0) return null;
  return (
    <>
      <h2 class="mt-5">{t('changes')}</h2>
      <ul>
        {changes.map(({ id, createdAt, outcome }) => (
          <li key={id}>
            <a href={casePaths.change(at.office.code, id)}>
              {dayMonthYear(dayIn(createdAt, at.office.timeZone), language)}
            </a>{' '}
            <Badge tone={outcome === null ? 'warning' : 'neutral'}>{t(outcome ?? 'changeOpen')}</Badge>
          </li>
        ))}
      </ul>
    </>
  );
}
