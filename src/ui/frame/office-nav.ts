import { defineTexts } from '#platform/texts.ts';
import type { NavLink } from './header.tsx';
import type { PageContext } from './page-context.ts';

export const officeNavTexts = defineTexts('ui/office-nav', {
  it: {
    agenda: 'Agenda',
    toDo: 'Da fare',
    toDoCount: 'Da fare ({count})',
    bookForCitizen: 'Prenota per un cittadino',
    planners: 'Orari e planner',
    closures: 'Chiusure',
    settings: 'Impostazioni',
    accounts: 'Account',
    accountsCount: 'Account ({count})',
  },
  en: {
    agenda: 'Agenda',
    toDo: 'To do',
    toDoCount: 'To do ({count})',
    bookForCitizen: 'Book for a citizen',
    planners: 'Hours and planners',
    closures: 'Closures',
    settings: 'Settings',
    accounts: 'Accounts',
    accountsCount: 'Accounts ({count})',
  },
});

/** What the pages of the main menu ask for; the names are those of the office's tasks. */
export type NavTask = 'see-agenda' | 'see-booking' | 'book-for-citizen' | 'edit-planner' | 'look-after-accounts';

/** The main menu of an office's area: only what the viewer may do there, with how much waits where that is known. */
export function officeNav(
  { language, toDo, cases, url }: Pick<PageContext, 'language' | 'toDo' | 'cases' | 'url'>,
  officeCode: string,
  may: (task: NavTask) => boolean,
): NavLink[] {
  const t = officeNavTexts.for(language);
  const links: (NavLink & { task: NavTask | undefined })[] = [
    { task: 'see-agenda', href: `/office/${officeCode}/agenda`, label: t('agenda') },
    {
      task: 'see-booking',
      href: `/office/${officeCode}/to-do`,
      label: toDo ? t('toDoCount', { count: toDo }) : t('toDo'),
    },
    { task: 'book-for-citizen', href: `/office/${officeCode}/bookings/new`, label: t('bookForCitizen') },
    { task: 'edit-planner', href: `/office/${officeCode}/planners`, label: t('planners') },
    { task: 'edit-planner', href: `/office/${officeCode}/closures`, label: t('closures') },
    {
      task: 'look-after-accounts',
      href: `/office/${officeCode}/accounts`,
      label: cases ? t('accountsCount', { count: cases }) : t('accounts'),
    },
    {
      task: undefined,
      href: `/office/${officeCode}/settings`,
      label: t('settings'),
      current: settingsPages.test(url.slice(`/office/${officeCode}/`.length)),
    },
  ];
  return links
    .filter(({ task }) => task === undefined || may(task))
    .map(({ href, label, current }) => ({ href, label, current }));
}

/** What the settings lead to has addresses of its own beside theirs. */
const settingsPages = /^(settings|details|services|people|roles|privacy|no-show-rule)([/?]|$)/;
