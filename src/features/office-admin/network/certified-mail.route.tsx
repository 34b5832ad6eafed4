import type { FastifyInstance } from 'fastify';
import { networkZone } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { openNetwork } from '../at-office.ts';
import { addAccountPage } from '../certified-mail/account-page.ts';
import { certifiedAccountTexts } from '../certified-mail/account.text.ts';
import { CertifiedAccountForm } from '../certified-mail/account.view.tsx';
import { networkPaths } from '../paths.ts';
import { NetworkPage } from './network-page.view.tsx';

/** `/network/certified-mail`: the certified mailbox of all offices without one of their own. */
export function addNetworkCertifiedMail(app: FastifyInstance, deps: Deps): void {
  addAccountPage(app, deps, {
    address: networkPaths.certifiedMail,
    async open(request) {
      const { viewer } = openNetwork(deps, request);
      return Promise.resolve({ viewer, officeId: null, path: networkPaths.certifiedMail });
    },
    show(reply, { path }, shown) {
      const context = reply.pageContext();
      const { language, csrf } = context;
      const t = certifiedAccountTexts.for(language);
      return page(
        reply,
        <NetworkPage
          context={context}
          title={t('title')}
          lead={t('leadNetwork')}
          width="text"
          formId="certified"
          invalid={shown.form.errors.length > 0}
        >
          <CertifiedAccountForm {...shown} {...{ language, csrf, path }} timeZone={networkZone} />
        </NetworkPage>,
      );
    },
  });
}
