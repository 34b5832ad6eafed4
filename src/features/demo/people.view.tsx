import type { ComponentChildren } from 'preact';
import { dayMonthYear } from '#platform/dates.ts';
import { type LocalText, localText } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { Table } from '#ui/table.tsx';
import { roleName } from '#features/identity/index.ts';
import { rolesHeld } from './create-accounts.ts';
import { demoPassword, demoPeople } from './create-people.ts';
import { peopleTexts } from './people.text.ts';

/** Everybody's address, what they are, and where their e-mail is read. */
export function PeopleView(props: {
  context: PageContext;
  /** Names by code. */
  offices: ReadonlyMap<string, LocalText>;
  more: number;
}) {
  const { context, offices, more } = props;
  const { language } = context;
  const t = peopleTexts.for(language);
  const labels = ['name', 'role', 'email', 'office', 'born', 'codiceFiscale', 'mail'] as const;
  return (
    <Layout context={context} title={t('title')} width="full">
      <PageHeading
        title={t('title')}
        lead={
          <>
            {t('lead')}{' '}
            <span class="t-code" translate={false}>
              {demoPassword}
            </span>
          </>
        }
        aside={<ButtonLink href={sitePaths.login}>{t('login')}</ButtonLink>}
      />
      <Table
        caption={t('caption')}
        columns={labels.map((label) => ({ label: t(label) }))}
        rows={demoPeople.map((person) => ({
          key: person.email,
          cells: [
            `${person.givenName} ${person.familyName}`,
            person.role === 'citizen'
              ? t('citizen')
              : rolesHeld[person.role].map((role) => roleName(role, language)).join(', '),
            <Code key="email" text={<Address email={person.email} />} />,
            person.office === null ? (
              t('everywhere')
            ) : (
              <a key="office" href={`/offices/${person.office}`}>
                {localText(offices.get(person.office) ?? { it: person.office }, language)}
              </a>
            ),
            `${dayMonthYear(person.birthDate, language)}, ${person.birthPlace}`,
            person.codiceFiscale ? <Code key="cf" text={person.codiceFiscale} /> : t('noCodiceFiscale'),
            <a key="mail" href={`${sitePaths.demoMail}?to=${encodeURIComponent(person.email)}`}>
              {t('mail')}
              <span class="visually-hidden">: {person.email}</span>
            </a>,
          ],
        }))}
      />
      <p>{t('federated')}</p>
      {more > 0 && <p>{t('many', { count: more, last: String(more) })}</p>}
    </Layout>
  );
}

/** Where it is too long for its column, an address breaks after the @. */
function Address({ email }: { email: string }) {
  const [mailbox, domain] = email.split('@');
  return (
    <>
      {mailbox}@<wbr />
      {domain}
    </>
  );
}

function Code({ text }: { text: ComponentChildren }) {
  return (
    <span class="t-code" translate={false}>
      {text}
    </span>
  );
}
