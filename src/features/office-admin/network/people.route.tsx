import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { openNetwork } from '../at-office.ts';
import { networkPaths } from '../paths.ts';
import { givenRoles } from '../people.form.ts';
import { PeopleList } from '../people-list.view.tsx';
import { ResetFactor } from '../reset-factor.view.tsx';
import { addPeopleRoutes } from '../people-routes.ts';
import { peopleTexts } from '../people.text.ts';
import { NetworkPage } from './network-page.view.tsx';

/** `/network/people`: who looks after the whole network. */
export function addNetworkPeople(app: FastifyInstance, deps: Deps): void {
  addPeopleRoutes(app, deps, {
    url: networkPaths.people,
    offered: givenRoles.network,
    async open(request) {
      const { viewer, now } = openNetwork(deps, request);
      return {
        officeId: null,
        base: networkPaths.people,
        viewerId: viewer.accountId,
        isNetwork: true,
        mayReset: () => true,
        now,
      };
    },
    show(reply, { base, viewerId }, shown) {
      const context = reply.pageContext();
      const t = peopleTexts.for(context.language);
      return page(
        reply,
        <NetworkPage
          context={context}
          title={t('title')}
          lead={t('leadNetwork')}
          formId="invite"
          invalid={shown.form.errors.length > 0}
        >
          <PeopleList {...{ context, base, viewerId, offered: givenRoles.network }} {...shown} />
        </NetworkPage>,
      );
    },
    showReset(reply, { base }, person) {
      const context = reply.pageContext();
      const t = peopleTexts.for(context.language);
      return page(
        reply,
        <NetworkPage context={context} title={t('resetTitle')} lead={t('resetLead')} width="text">
          <ResetFactor context={context} base={base} person={person} />
        </NetworkPage>,
      );
    },
  });
}
