import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addOfficePrivacy } from './citizen/privacy.route.tsx';
import { addActivationLink } from './citizen/activation.route.tsx';
import { addActivationPages } from './network/activation/activation.route.tsx';
import { addCataloguePages } from './network/catalogue/catalogue.route.tsx';
import { addNetworkCertifiedMail } from './network/certified-mail.route.tsx';
import { addContactsPages } from './network/contacts.route.tsx';
import { addNetworkLog } from './network/log.route.tsx';
import { addNetworkOffices } from './network/offices.route.tsx';
import { addNetworkPeople } from './network/people.route.tsx';
import { addReportPages } from './network/reports.route.tsx';
import { addNetworkRoles } from './network/roles.route.tsx';
import { addNetworkSites } from './network/sites/sites.route.tsx';
import { addNetworkSite } from './network/site.route.tsx';
import { addOfficeCertifiedMail } from './office/certified-mail.route.tsx';
import { addDetailsPages } from './office/details.route.tsx';
import { addTerritoryPages } from './office/territory/territory.route.tsx';
import { addOfficeLog } from './office/log.route.tsx';
import { addOfficePeople } from './office/people.route.tsx';
import { addPrivacyForm } from './office/privacy.route.tsx';
import { addInvitationPages } from './office/invitations/invitations.route.tsx';
import { addQuestionPages } from './office/questions/asked.route.tsx';
import { addRolesPage } from './office/roles.route.tsx';
import { addServicePages } from './office/service/service.route.tsx';
import { addServicesPages } from './office/services.route.tsx';
import { addSetUpPages } from './office/set-up/set-up.route.tsx';
import { addSettingsHub } from './office/settings.route.tsx';

/** An office's settings, the network's area, and the privacy notice of each office. */
export function addOfficeAdmin(app: FastifyInstance, deps: Deps): void {
  addOfficePrivacy(app, deps);
  addActivationLink(app, deps);
  addSettingsHub(app, deps);
  addSetUpPages(app, deps);
  addDetailsPages(app, deps);
  addTerritoryPages(app, deps);
  addPrivacyForm(app, deps);
  addOfficeCertifiedMail(app, deps);
  addOfficeLog(app, deps);
  addServicesPages(app, deps);
  addServicePages(app, deps);
  addQuestionPages(app, deps);
  addInvitationPages(app, deps);
  addOfficePeople(app, deps);
  addRolesPage(app, deps);
  addNetworkOffices(app, deps);
  addActivationPages(app, deps);
  addCataloguePages(app, deps);
  addNetworkPeople(app, deps);
  addNetworkRoles(app, deps);
  addNetworkSites(app, deps);
  addNetworkSite(app, deps);
  addNetworkCertifiedMail(app, deps);
  addNetworkLog(app, deps);
  addReportPages(app, deps);
  // A scope of its own: only these forms may carry a file.
  void app.register((scope) => addContactsPages(scope, deps));
}
