import { defineTexts } from '#platform/texts.ts';
import type { NavLink } from './header.tsx';
import type { PageContext } from './page-context.ts';

export const officeNavTexts = defineTexts('ui/office-nav', {
  it: {
    agenda: 'Agenda',
    toDo: 'Da fare',
    toDoCount: 'Da fare ({count})',
    queue: 'Da esaminare',
    queueCount: 'Da esaminare ({count})',
    bookForCitizen: 'Prenota per un cittadino',
    planners: 'Orari e planner',
    closures: 'Chiusure',
    settings: 'Impostazioni',
    accounts: 'Account',
    accountsCount: 'Account ({count})',
    help: 'Richieste di aiuto',
    helpCount: 'Richieste di aiuto ({count})',
  },
  en: {
    agenda: 'Agenda',
    toDo: 'To do',
    toDoCount: 'To do ({count})',
    queue: 'To examine',
    queueCount: 'To examine ({count})',
    bookForCitizen: 'Book for a citizen',
    planners: 'Hours and planners',
    closures: 'Closures',
    settings: 'Settings',
    accounts: 'Accounts',
    accountsCount: 'Accounts ({count})',
    help: 'Help requests',
    helpCount: 'Help requests ({count})',
  },
});

/** What the pages of the main menu ask for; the names are those of the office's tasks. */
export type NavTask =
  | 'see-agenda'
  | 'see-booking'
  | 'book-for-citizen'
  | 'edit-planner'
  | 'look-after-accounts'
  | 'answer-help';

/** The main menu of an office's area: only what the viewer may do there, with how much waits where that is known. */
export function officeNav(
  {
    language,
    toDo,
    toExamine,
    cases,
    help,
    url,
  }: Pick<PageContext, 'language' | 'toDo' | 'toExamine' | 'cases' | 'help' | 'url'>,
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
    {
      task: 'see-booking',
      href: `/office/${officeCode}/queue`,
      label: toExamine ? t('queueCount', { count: toExamine }) : t('queue'),
      current: queuePages.test(url.slice(`/office/${officeCode}/`.length)),
    },
    { task: 'book-for-citizen', href: `/office/${officeCode}/bookings/new`, label: t('bookForCitizen') },
    {
      task: 'answer-help',
      href: `/office/${officeCode}/help`,
      label: help ? t('helpCount', { count: help }) : t('help'),
    },
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

/** A request being examined is part of the queue; clearances are found from it. */
const queuePages = /^(queue|clearances|bookings\/\w+\/(examine|clearance))([/?]|$)/;

/** What the settings lead to has addresses of its own beside theirs. */
const settingsPages = /^(settings|details|territory|services|people|roles|privacy|no-show-rule)([/?]|$)/;
