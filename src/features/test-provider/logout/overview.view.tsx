import { clockTime, dayMonthYear } from '#platform/dates.ts';
import { ButtonLink, Button } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { Table } from '#ui/table.tsx';
import { ProviderFrame } from '../frame.view.tsx';
import { holderNamed } from '../people.ts';
import { profileNames, profiles } from '../profiles.ts';
import type { ProviderSession } from '../sessions.ts';
import { logoutTexts } from './logout.text.ts';

const zone = 'Europe/Rome';

/** What the test provider is, who has logged in with it, and how to end that. */
export function OverviewView({ context, sessions }: { context: PageContext; sessions: readonly ProviderSession[] }) {
  const { language, csrf } = context;
  const t = logoutTexts.for(language);
  return (
    <ProviderFrame context={context} title={t('title')} lead={t('lead')} width="wide">
      <p>{t('start')}</p>
      <p>
        <ButtonLink href={sitePaths.login}>{t('login')}</ButtonLink>
      </p>
      <h2 class="h3 mt-5">{t('sessions')}</h2>
      {sessions.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <>
          <p>{t('leaveHint')}</p>
          <Table
            caption={t('sessions')}
            columns={(['who', 'with', 'when', 'action'] as const).map((label) => ({ label: t(label) }))}
            rows={sessions.map(({ sessionIndex, profile, person, createdAt }) => {
              const holder = holderNamed(profile, person);
              const name = holder ? `${holder.givenName} ${holder.familyName}` : person;
              const at = createdAt.toZonedDateTimeISO(zone);
              return {
                key: sessionIndex,
                cells: [
                  name,
                  profiles[profile].title,
                  `${dayMonthYear(at.toPlainDate(), language)}, ${clockTime(createdAt, zone)}`,
                  <ActionForm
                    key="leave"
                    action="/demo/idp/leave"
                    csrf={csrf}
                    language={language}
                    hidden={{ session: sessionIndex }}
                  >
                    <Button small kind="secondary" label={t('leaveOf', { name })}>
                      {t('leave')}
                    </Button>
                  </ActionForm>,
                ],
              };
            })}
          />
        </>
      )}
      <h2 class="h3 mt-5">{t('metadata')}</h2>
      <ul>
        {profileNames.map((name) => (
          <li key={name}>
            <a href={`/demo/idp/${name}/metadata`}>{t('metadataOf', { title: profiles[name].title })}</a>
          </li>
        ))}
      </ul>
    </ProviderFrame>
  );
}

/** How a logout ended. */
export function LogoutEndView(props: { context: PageContext; end: 'over' | 'not-over' | 'wrong' | 'not-told' }) {
  const { context, end } = props;
  const t = logoutTexts.for(context.language);
  return (
    <ProviderFrame context={context} title={t(end)} lead={end === 'over' ? t('overLead') : t(`${end}-lead`)}>
      <ButtonLink href="/demo/idp">{t('back')}</ButtonLink>
    </ProviderFrame>
  );
}
