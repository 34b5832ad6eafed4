import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import type { NavLink } from './header.tsx';
import { sitePaths } from './site-paths.ts';

export const networkNavTexts = defineTexts('ui/network-nav', {
  it: {
    area: 'Rete di tutte le sedi',
    offices: 'Sedi',
    list: 'Elenco',
    contacts: 'Contatti in blocco',
    imports: 'Importazioni',
    activations: 'Attivazioni',
    figures: 'Report',
    catalogue: 'Catalogo dei servizi',
    people: 'Persone e ruoli',
    who: 'Chi lavora',
    roles: 'Chi può fare cosa',
    accessRule: 'Sicurezza degli accessi',
    requests: 'Richieste',
    help: 'Richieste di aiuto',
    signals: 'Segnali',
    reports: 'Accessibilità',
    site: 'Dati del sito',
    logins: 'Accessi dei cittadini',
    certifiedMail: 'Posta certificata',
    log: 'Registro',
    desk: 'Vai alle agende',
  },
  en: {
    area: 'Network of all offices',
    offices: 'Offices',
    list: 'List',
    contacts: 'Contacts in bulk',
    imports: 'Imports',
    activations: 'Activations',
    figures: 'Reports',
    catalogue: 'Catalogue of services',
    people: 'People and roles',
    who: 'Who works',
    roles: 'Who may do what',
    accessRule: 'Security of logins',
    requests: 'Requests',
    help: 'Help requests',
    signals: 'Signals',
    reports: 'Accessibility',
    site: 'Site’s details',
    logins: 'Citizens’ logins',
    certifiedMail: 'Certified e-mail',
    log: 'Log',
    desk: 'Go to the agendas',
  },
});

/** The menu of whoever looks after all offices. */
export function networkNav(language: Language, url: string): NavLink[] {
  const t = networkNavTexts.for(language);
  const path = url.split('?')[0] ?? '';
  const offices = { href: '/network', current: path === '/network' || path.startsWith('/network/sites/') };
  const people = { href: '/network/people' };
  const help = { href: '/network/help' };
  const site = { href: '/network/site' };
  return [
    {
      ...offices,
      label: t('offices'),
      below: [
        { ...offices, label: t('list') },
        { href: '/network/contacts', label: t('contacts') },
        { href: '/network/imports', label: t('imports') },
        { href: '/network/activations', label: t('activations') },
        { href: '/network/reports', label: t('figures'), current: path.startsWith('/network/reports') },
      ],
    },
    { href: '/network/catalogue', label: t('catalogue') },
    {
      ...people,
      label: t('people'),
      below: [
        { ...people, label: t('who') },
        { href: '/network/roles', label: t('roles') },
        { href: '/network/access-rule', label: t('accessRule') },
      ],
    },
    {
      ...help,
      label: t('requests'),
      below: [
        { ...help, label: t('help') },
        { href: '/network/signals', label: t('signals') },
        { href: sitePaths.accessibilityReports, label: t('reports') },
      ],
    },
    {
      ...site,
      label: t('site'),
      below: [
        { ...site, label: t('site') },
        { href: '/network/logins', label: t('logins') },
        { href: '/network/certified-mail', label: t('certifiedMail') },
        { href: '/network/log', label: t('log') },
      ],
    },
    { href: sitePaths.office, label: t('desk') },
  ];
}
