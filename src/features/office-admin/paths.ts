/** The addresses of an office's settings. */
export const settingsPaths = {
  hub: (office: string) => `/office/${office}/settings`,
  details: (office: string) => `/office/${office}/details`,
  privacy: (office: string) => `/office/${office}/privacy`,
  territory: (office: string) => `/office/${office}/territory`,
  services: (office: string) => `/office/${office}/services`,
  service: (office: string, service: string) => `/office/${office}/services/${service}`,
  servicePart: (office: string, service: string, part: string) => `/office/${office}/services/${service}/${part}`,
  switchService: (office: string, service: string) => `/office/${office}/services/${service}/switch`,
  questions: (office: string, service: string) => `/office/${office}/services/${service}/questions`,
  requestedFiles: (office: string, service: string) => `/office/${office}/services/${service}/files`,
  invitations: (office: string, service: string) => `/office/${office}/services/${service}/invitations`,
  noShowRule: (office: string) => `/office/${office}/no-show-rule`,
  certifiedMail: (office: string) => `/office/${office}/certified-mail`,
  auditLog: (office: string) => `/office/${office}/log`,
  setUp: (office: string) => `/office/${office}/set-up`,
  people: (office: string) => `/office/${office}/people`,
  roles: (office: string) => `/office/${office}/roles`,
  accessRule: (office: string) => `/office/${office}/access-rule`,
  handOver: (office: string) => `/office/${office}/hand-over`,
  withdrawHandOver: (office: string) => `/office/${office}/hand-over/withdraw`,
};

/** The addresses of the network's area. */
export const networkPaths = {
  offices: '/network',
  people: '/network/people',
  sites: (office: string) => `/network/sites/${office}`,
  editSite: (site: string) => `/network/sites/${site}/edit`,
  switchSite: (site: string) => `/network/sites/${site}/switch`,
  catalogue: '/network/catalogue',
  catalogueEntry: (code: string) => `/network/catalogue/${code}`,
  moveCatalogueEntry: (code: string) => `/network/catalogue/${code}/move`,
  contacts: '/network/contacts',
  contactsImport: (id: number) => `/network/contacts/${id}`,
  applyContacts: (id: number) => `/network/contacts/${id}/apply`,
  exportFile: '/network/contacts.csv',
  template: '/network/contacts-template.csv',
  roles: '/network/roles',
  accessRule: '/network/access-rule',
  site: '/network/site',
  logins: '/network/logins',
  certifiedMail: '/network/certified-mail',
  auditLog: '/network/log',
  activations: '/network/activations',
  activation: (office: string) => `/network/activations/${office}`,
  reports: '/network/accessibility',
  report: (id: number) => `/network/accessibility/${id}`,
};

export function publicOfficePath(office: string): string {
  return `/offices/${office}`;
}

export function publicServicePath(office: string, service: string): string {
  return `/offices/${office}/${service}`;
}

export function officePrivacyPath(office: string): string {
  return `/offices/${office}/privacy`;
}
