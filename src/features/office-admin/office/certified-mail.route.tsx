import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { openOfficeSettings } from '../at-office.ts';
import { addAccountPage } from '../certified-mail/account-page.ts';
import { certifiedAccountTexts } from '../certified-mail/account.text.ts';
import { CertifiedAccountForm } from '../certified-mail/account.view.tsx';
import { settingsPaths } from '../paths.ts';
import { SettingsPage } from './settings-page.view.tsx';

/** `/office/{office}/certified-mail`: the office's own certified mailbox. */
export function addOfficeCertifiedMail(app: FastifyInstance, deps: Deps): void {
  addAccountPage(app, deps, {
    address: '/office/:office/certified-mail',
    async open(request) {
      const at = await openOfficeSettings(deps, request);
      const { office, viewer } = at;
      return { at, viewer, officeId: office.id, path: settingsPaths.certifiedMail(office.code) };
    },
    show(reply, { at, path }, shown) {
      const context = reply.pageContext();
      const { language, csrf } = context;
      const t = certifiedAccountTexts.for(language);
      const { timeZone } = at.office;
      return page(
        reply,
        <SettingsPage
          context={context}
          at={at}
          title={t('title')}
          lead={t('leadOffice')}
          width="text"
          formId="certified"
          invalid={shown.form.errors.length > 0}
        >
          <CertifiedAccountForm {...shown} {...{ language, csrf, timeZone, path }} />
        </SettingsPage>,
      );
    },
  });
}
