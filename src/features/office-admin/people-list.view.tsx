import { type PersonWithRoles, roleName, type RoleName } from '#features/identity/index.ts';
import { dayIn, dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { EmailAddress } from '#ui/email-address.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Alert } from '#ui/alert.tsx';
import { ActionForm, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Table } from '#ui/table.tsx';
import type { GivenRole } from './people.form.ts';
import { InviteForm } from './invite-form.view.tsx';
import { peopleTexts } from './people.text.ts';

/** What a page of people says after something was done, or why it was not. */
export const peopleNotices = {
  invited: 'success',
  added: 'success',
  removed: 'success',
  sentAgain: 'success',
  factorReset: 'success',
  'with-sites': 'success',
  'office-only': 'success',
  'too-soon': 'warning',
  'last-admin': 'warning',
  'last-network-admin': 'warning',
  'not-there': 'info',
} as const;

export type PeopleNotice = keyof typeof peopleNotices;

export interface PeopleProps {
  context: PageContext;
  /** `/office/cons-london/people` or `/network/people` */
  base: string;
  people: readonly PersonWithRoles[];
  /** the account of whoever looks */
  viewerId: number;
  offered: readonly GivenRole[];
  form: FormState;
  notice: PeopleNotice | undefined;
  now: Temporal.Instant;
  /** the office has sites under it: roles may be given with them */
  hasSites?: boolean | undefined;
}

/** Who works here, with a button for each role, and the form that adds somebody. */
export function PeopleList(props: PeopleProps) {
  const { context, people, notice } = props;
  const { language } = context;
  const t = peopleTexts.for(language);
  return (
    <>
      {notice && (
        <Alert language={language} tone={peopleNotices[notice]} live>
          <p class="mb-0">{t(notice)}</p>
        </Alert>
      )}
      {people.length === 0 ? (
        <EmptyState icon="user" title={t('none')}>
          <p>{t('noneWhy')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('caption')}
          columns={[{ label: t('name') }, { label: t('email') }, { label: t('roles') }]}
          rows={people.map((person) => ({
            key: String(person.accountId),
            cells: [
              <Who key="who" {...props} person={person} />,
              <EmailAddress key="email" email={person.email} />,
              <Roles key="roles" {...props} person={person} />,
            ],
          }))}
        />
      )}
      <InviteForm {...props} />
    </>
  );
}

function Who({ context, base, person, viewerId, now }: PeopleProps & { person: PersonWithRoles }) {
  const { language } = context;
  const t = peopleTexts.for(language);
  const name = nameOf(person);
  return (
    <>
      {name}
      {person.accountId === viewerId && <span class="t-muted"> ({t('you')})</span>}
      {person.hasSecondFactor && <FactorOf context={context} base={base} person={person} viewerId={viewerId} />}
      {!person.canLogIn && (
        <>
          <br />
          <Badge tone="warning">{t('waiting')}</Badge>
          {person.invitedUntil && <span class="t-muted"> {invitedWords(person.invitedUntil, now, language)}</span>}
          <ActionForm action={`${base}/${person.accountId}/invite`} csrf={context.csrf} language={context.language}>
            <Button kind="plain" small label={t('againOf', { name })}>
              {t('again')}
            </Button>
          </ActionForm>
        </>
      )}
    </>
  );
}

/** That somebody has a second factor; and the way to take it away from who has lost it. */
function FactorOf(props: Pick<PeopleProps, 'context' | 'base' | 'viewerId'> & { person: PersonWithRoles }) {
  const { context, base, person, viewerId } = props;
  const t = peopleTexts.for(context.language);
  return (
    <>
      <br />
      <Badge tone="success" icon="check-circle">
        {t('factor')}
      </Badge>
      {person.accountId !== viewerId && (
        <>
          {' '}
          <a
            href={`${base}/${person.accountId}/second-factor`}
            aria-label={t('factorLostOf', { name: nameOf(person) })}
          >
            {t('factorLost')}
          </a>
        </>
      )}
    </>
  );
}

function invitedWords(until: Temporal.Instant, now: Temporal.Instant, language: Language): string {
  const day = dayMonthYear(dayIn(until, 'Europe/Rome'), language);
  const isOver = Temporal.Instant.compare(until, now) <= 0;
  return peopleTexts.for(language)(isOver ? 'invitedOver' : 'invitedUntil', { day });
}

function Roles({ context, base, person, offered, hasSites }: PeopleProps & { person: PersonWithRoles }) {
  const { language, csrf } = context;
  const t = peopleTexts.for(language);
  return (
    <div>
      {person.roles.map((role) => (
        <div key={role} class="t-role">
          <span>
            {roleName(role, language)}
            {role === 'helper' && person.organisation && <span class="t-muted">, {person.organisation}</span>}
            {person.withSites.includes(role) && <span class="t-muted">, {t('withSitesToo')}</span>}
          </span>
          {hasSites && offered.some((one: RoleName) => one === role) && <Reach {...{ context, base, person, role }} />}
          {offered.some((one: RoleName) => one === role) && (
            <ActionForm action={`${base}/${person.accountId}/remove`} csrf={csrf} language={language} hidden={{ role }}>
              <Button
                kind="plain"
                small
                label={t('removeOf', { name: nameOf(person), role: roleName(role, language) })}
              >
                {t('remove')}
              </Button>
            </ActionForm>
          )}
        </div>
      ))}
    </div>
  );
}

/** Whether a role holds at the sites under the office too: the button turns it round. */
function Reach(props: Pick<PeopleProps, 'context' | 'base'> & { person: PersonWithRoles; role: RoleName }) {
  const { context, base, person, role } = props;
  const { language, csrf } = context;
  const t = peopleTexts.for(language);
  const to = person.withSites.includes(role) ? 'office-only' : 'with-sites';
  const words = t(to === 'with-sites' ? 'reachSites' : 'reachOffice');
  return (
    <ActionForm action={`${base}/${person.accountId}/sites`} csrf={csrf} language={language} hidden={{ role, to }}>
      <Button kind="plain" small label={`${words}: ${nameOf(person)}, ${roleName(role, language)}`}>
        {words}
      </Button>
    </ActionForm>
  );
}

export function nameOf(person: PersonWithRoles): string {
  return `${person.givenName} ${person.familyName}`.trim() || person.email;
}
