import { CardLink, Cards } from '#ui/card.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { AtOffice } from '../at-office.ts';
import { missingContacts } from '../missing-contacts.ts';
import { networkPaths, settingsPaths } from '../paths.ts';
import { setUpTexts } from './set-up/set-up.text.ts';
import { settingsTexts } from './settings.text.ts';

/** The ways to an office's settings, each with the one thing worth knowing first. */
export function SettingsView(props: { context: PageContext; at: AtOffice; bookable: number; people: number }) {
  const { context, at, bookable, people } = props;
  const t = settingsTexts.for(context.language);
  const words = setUpTexts.for(context.language);
  const { code } = at.office;
  const mayEdit = at.may('edit-office');
  const missing = missingContacts(at.office).map((name) => t(name));
  const list = new Intl.ListFormat(context.language).format(missing);
  return (
    <OfficeLayout context={context} at={at} title={t('title')}>
      <PageHeading title={t('title')} lead={mayEdit ? t('lead') : t('leadReader')} />
      <Cards>
        {mayEdit && (
          <>
            {bookable === 0 && (
              <CardLink level={2} icon="flag" href={settingsPaths.setUp(code)} title={words('resume')}>
                {words('resumeAbout')}
              </CardLink>
            )}
            <CardLink
              level={2}
              icon="office"
              href={settingsPaths.details(code)}
              title={t('details')}
              answer={missing.length > 0 ? t('missing', { what: list }) : t('complete')}
              tone={missing.length > 0 ? 'plain' : 'good'}
            >
              {t('detailsAbout')}
            </CardLink>
            <CardLink
              level={2}
              icon="list"
              href={settingsPaths.services(code)}
              title={t('services')}
              answer={t('servicesOn', { count: bookable })}
              tone={bookable > 0 ? 'good' : 'plain'}
            >
              {t('servicesAbout')}
            </CardLink>
            <CardLink
              level={2}
              icon="user"
              href={settingsPaths.people(code)}
              title={t('people')}
              answer={t('peopleCount', { count: people })}
            >
              {t('peopleAbout')}
            </CardLink>
            <CardLink level={2} icon="locked" href={settingsPaths.accessRule(code)} title={t('accessRule')}>
              {t('accessRuleAbout')}
            </CardLink>
            {at.office.kind === 'consular' && (
              <CardLink level={2} icon="map-marker" href={settingsPaths.territory(code)} title={t('territory')}>
                {t('territoryAbout')}
              </CardLink>
            )}
            <CardLink level={2} icon="calendar" href={settingsPaths.noShowRule(code)} title={t('noShows')}>
              {t('noShowsAbout')}
            </CardLink>
            <CardLink level={2} icon="locked" href={settingsPaths.privacy(code)} title={t('privacy')}>
              {t('privacyAbout')}
            </CardLink>
            <CardLink level={2} icon="mail" href={settingsPaths.certifiedMail(code)} title={t('certifiedMail')}>
              {t('certifiedMailAbout')}
            </CardLink>
          </>
        )}
        {at.may('see-log') && (
          <CardLink level={2} icon="note" href={settingsPaths.auditLog(code)} title={t('log')}>
            {t('logAbout')}
          </CardLink>
        )}
        <CardLink level={2} icon="key" href={settingsPaths.roles(code)} title={t('roles')}>
          {t('rolesAbout')}
        </CardLink>
        {at.isNetwork && at.office.parentId === null && (
          <CardLink level={2} icon="office" href={networkPaths.sites(code)} title={t('sites')}>
            {t('sitesAbout')}
          </CardLink>
        )}
        {at.isNetwork && at.office.parentId !== null && (
          <CardLink level={2} icon="office" href={networkPaths.editSite(code)} title={t('site')}>
            {t('siteAbout')}
          </CardLink>
        )}
        {at.isNetwork && (
          <CardLink level={2} icon="settings" href={networkPaths.offices} title={t('network')}>
            {t('networkAbout')}
          </CardLink>
        )}
      </Cards>
    </OfficeLayout>
  );
}
