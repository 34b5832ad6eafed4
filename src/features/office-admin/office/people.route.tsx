import type { FastifyInstance } from 'fastify';
import { mayDo, mayDoWithSites } from '#features/identity/index.ts';
import { sitesOf } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { openOfficeSettings } from '../at-office.ts';
import { settingsPaths } from '../paths.ts';
import { givenRoles } from '../people.form.ts';
import { PeopleList } from '../people-list.view.tsx';
import { ResetFactor } from '../reset-factor.view.tsx';
import { addPeopleRoutes } from '../people-routes.ts';
import { peopleTexts } from '../people.text.ts';
import { SettingsPage } from './settings-page.view.tsx';

/** `/office/{office}/people`: who works at an office, and with which roles. */
export function addOfficePeople(app: FastifyInstance, deps: Deps): void {
  addPeopleRoutes(app, deps, {
    url: '/office/:office/people',
    offered: givenRoles.office,
    async open(request) {
      const at = await openOfficeSettings(deps, request);
      const { office, viewer, isNetwork, now } = at;
      const base = settingsPaths.people(office.code);
      const mayGiveSites = mayDoWithSites(viewer, office.id, 'edit-office');
      const hasSites = mayGiveSites && (await sitesOf(deps.db, office.id)).length > 0;
      const mayReset = (id: number | null) => (id === null ? isNetwork : mayDo(viewer, id, 'edit-office'));
      const { accountId: viewerId } = viewer;
      return { at, hasSites, mayGiveSites, mayReset, officeId: office.id, base, viewerId, isNetwork, now };
    },
    show(reply, { at, base, viewerId, hasSites }, shown) {
      const context = reply.pageContext();
      const t = peopleTexts.for(context.language);
      return page(
        reply,
        <SettingsPage
          context={context}
          at={at}
          title={t('title')}
          lead={t('lead')}
          formId="invite"
          invalid={shown.form.errors.length > 0}
          aside={
            <Actions>
              <ButtonLink href={settingsPaths.roles(at.office.code)} kind="secondary" icon="key">
                {t('matrix')}
              </ButtonLink>
              <ButtonLink href={settingsPaths.handOver(at.office.code)} kind="plain">
                {t('handOver')}
              </ButtonLink>
            </Actions>
          }
        >
          <PeopleList {...{ context, base, viewerId, hasSites, offered: givenRoles.office }} {...shown} />
        </SettingsPage>,
      );
    },
    showReset(reply, { at, base }, person) {
      const context = reply.pageContext();
      const t = peopleTexts.for(context.language);
      const above = [{ label: t('title'), href: base }];
      return page(
        reply,
        <SettingsPage
          context={context}
          at={at}
          title={t('resetTitle')}
          lead={t('resetLead')}
          above={above}
          width="text"
        >
          <ResetFactor context={context} base={base} person={person} />
        </SettingsPage>,
      );
    },
  });
}
