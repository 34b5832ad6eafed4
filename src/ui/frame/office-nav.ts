import { defineTexts } from '#platform/texts.ts';
import type { NavLink } from './header.tsx';
import type { PageContext } from './page-context.ts';

export const officeNavTexts = defineTexts('ui/office-nav', {
  it: {
    agenda: 'Agenda',
    day: 'Giorno',
    identify: 'Identifica una persona',
    many: 'Azioni su più appuntamenti',
    counted: '{label} ({count})',
    toDo: 'Da fare',
    bookings: 'Prenotazioni',
    queue: 'Da esaminare',
    photos: 'Foto',
    clearances: 'Nulla osta chiesti al comune',
    waitingList: 'Liste d’attesa',
    bookForCitizen: 'Prenota per un cittadino',
    newBooking: 'Nuova',
    ownBookings: 'Fatte da te',
    calendar: 'Calendario',
    planners: 'Orari e planner',
    closures: 'Chiusure',
    releases: 'Aperture dei posti',
    settings: 'Impostazioni',
    accounts: 'Account',
    signals: 'Segnali',
    help: 'Richieste di aiuto',
    reports: 'Report',
  },
  en: {
    agenda: 'Agenda',
    day: 'Day',
    identify: 'Identify a person',
    many: 'Actions on many appointments',
    counted: '{label} ({count})',
    toDo: 'To do',
    bookings: 'Bookings',
    queue: 'To examine',
    photos: 'Photos',
    clearances: 'Clearances asked of you',
    waitingList: 'Waiting lists',
    bookForCitizen: 'Book for a citizen',
    newBooking: 'New',
    ownBookings: 'Made by you',
    calendar: 'Calendar',
    planners: 'Hours and planners',
    closures: 'Closures',
    releases: 'Releases of seats',
    settings: 'Settings',
    accounts: 'Accounts',
    signals: 'Signals',
    help: 'Help requests',
    reports: 'Reports',
  },
});

/** What the pages of the main menu ask for; the names are those of the office's tasks. */
export type NavTask =
  | 'see-agenda'
  | 'see-booking'
  | 'book-for-citizen'
  | 'serve'
  | 'edit-planner'
  | 'edit-office'
  | 'look-after-accounts'
  | 'answer-help'
  | 'see-reports';

/** An entry of the menu before it is known what the viewer may do. */
interface Entry {
  readonly task?: NavTask;
  /** below the office's address */
  readonly page: string;
  readonly label: string;
  /** how much waits there */
  readonly count?: number | undefined;
  readonly current?: boolean;
}

type NavContext = Pick<
  PageContext,
  'language' | 'toDo' | 'toExamine' | 'photos' | 'clearanceRequests' | 'cases' | 'help' | 'url'
>;

/**
 * The main menu of an office's area: only what the viewer may do there, with how much waits where that is known. What
 * belongs together has one entry, with a second row of its own.
 */
export function officeNav(context: NavContext, officeCode: string, may: (task: NavTask) => boolean): NavLink[] {
  const { language, toDo, toExamine, photos, clearanceRequests, cases, help } = context;
  const t = officeNavTexts.for(language);
  const base = `/office/${officeCode}/`;
  const page = context.url.slice(base.length);
  const isOpen = (entries: readonly Entry[]): readonly Entry[] =>
    entries.filter(({ task }) => task === undefined || may(task));
  const link = ({ page: to, label, count, current }: Entry): NavLink => ({
    href: base + to,
    label: count ? t('counted', { label, count }) : label,
    current,
  });
  const group = (label: string, entries: readonly Entry[]): NavLink[] => {
    const open = isOpen(entries);
    const [first] = open;
    if (first === undefined) return [];
    const count = open.reduce((sum, entry) => sum + (entry.count ?? 0), 0);
    return [{ ...link({ ...first, label, count }), below: open.map(link) }];
  };
  const single = (entry: Entry): NavLink[] => isOpen([entry]).map(link);
  return [
    ...group(t('agenda'), [
      { task: 'see-agenda', page: 'agenda', label: t('day') },
      { task: 'serve', page: 'identify', label: t('identify'), current: identifyPages.test(page) },
      { task: 'see-booking', page: 'mass', label: t('many') },
      { task: 'see-reports', page: 'reports', label: t('reports'), current: reportPages.test(page) },
    ]),
    ...group(t('toDo'), [
      { task: 'see-booking', page: 'to-do', label: t('bookings'), count: toDo },
      { task: 'see-booking', page: 'queue', label: t('queue'), count: toExamine, current: queuePages.test(page) },
      ...(photos === undefined
        ? []
        : [{ task: 'see-booking', page: 'photos', label: t('photos'), count: photos } as const]),
      ...(clearanceRequests === undefined
        ? []
        : [
            {
              task: 'see-booking',
              page: 'clearance-requests',
              label: t('clearances'),
              count: clearanceRequests,
              current: requestPages.test(page),
            } as const,
          ]),
      { task: 'see-booking', page: 'waiting-list', label: t('waitingList'), current: waitingPages.test(page) },
      { task: 'answer-help', page: 'help', label: t('help'), count: help },
      { task: 'look-after-accounts', page: 'accounts', label: t('accounts'), count: cases },
      { task: 'edit-office', page: 'signals', label: t('signals') },
    ]),
    ...group(t('bookForCitizen'), [
      { task: 'book-for-citizen', page: 'bookings/new', label: t('newBooking') },
      { task: 'book-for-citizen', page: 'bookings/mine', label: t('ownBookings') },
    ]),
    ...group(t('calendar'), [
      { task: 'edit-planner', page: 'planners', label: t('planners') },
      { task: 'edit-planner', page: 'closures', label: t('closures') },
      { task: 'see-reports', page: 'releases', label: t('releases'), current: releasePages.test(page) },
    ]),
    ...single({ page: 'settings', label: t('settings'), current: settingsPages.test(page) }),
  ];
}

/** Somebody is identified from the desk, or from an appointment of theirs. */
const identifyPages = /^(bookings\/\w+\/)?identify([/?]|$)/;

/** The reports, and each of them. */
const reportPages = /^reports([/?]|$)/;

/** All releases, and one of them. */
const releasePages = /^releases([/?]|$)/;

/** A request being examined is part of the queue; clearances are found from it. */
const queuePages = /^(queue|clearances|bookings\/\w+\/(examine|clearance))([/?]|$)/;

/** What other offices ask of the municipality, and one request. */
const requestPages = /^clearance-requests([/?]|$)/;

/** A list, and what is done with its entries, is below it. */
const waitingPages = /^waiting-list([/?]|$)/;

/** What the settings lead to has addresses of its own beside theirs. */
const settingsPages =
  /^(settings|details|territory|services|people|roles|access-rule|hand-over|privacy|no-show-rule|certified-mail|log|set-up)([/?]|$)/;
