import { type Language, writtenFor } from '#platform/language.ts';

/** The pages that the frame around every page links to. */
export const sitePaths = {
  home: '/',
  bookings: '/bookings',
  login: '/login',
  logout: '/logout',
  profile: '/profile',
  profileEmail: '/profile/email',
  ownDoors: '/profile/doors',
  tryEmail: '/profile/email/try',
  restrictions: '/restrictions',
  loginHelp: '/login/help',
  office: '/office',
  offices: '/offices',
  accessibility: '/accessibility',
  accessibilityReport: '/accessibility/report',
  accessibilityReports: '/network/accessibility',
  legal: '/legal',
  openData: '/open-data',
  securityText: '/.well-known/security.txt',
  privacy: '/privacy',
  help: '/help',
  faq: '/faq',
  contacts: '/contacts',
  askForHelp: '/help/ask',
  ownHelp: '/help/requests',
  citizenManual: '/manual/citizen',
  operatorManual: '/manual/operator',
  cookies: '/cookies',
  demoPeople: '/demo/people',
  demoMail: '/demo/mail',
} as const;

/** A path without the token of a signed link, which opens what it names to whoever reads it. */
export function withoutToken(path: string): string {
  return path.replace(
    /^(\/l|\/restrictions\/l|\/clearances\/l|\/activations\/l|\/help\/requests|\/waiting-room\/tickets)\/.*$/,
    '$1/…',
  );
}

/** Where a person answers; with the page one comes from, without its query, in which people may stand. */
export function askForHelpPath(from: string): string {
  const [page = '/'] = from.split(/[?#]/, 1);
  const saysNothing = page.startsWith(`${sitePaths.help}/`) || page !== withoutToken(page);
  return saysNothing ? sitePaths.askForHelp : `${sitePaths.askForHelp}?from=${encodeURIComponent(page)}`;
}

/** The citizen's manual on paper. */
export const printedManual = (language: Language): string => `/manual/citizen.${writtenFor(language)}.pdf`;

/** Where a time of a day is chosen. */
export function timesPath(place: {
  officeCode: string;
  serviceCode: string;
  day: Temporal.PlainDate;
  party: number;
  /** with the seats kept for people with priority */
  withPriority?: boolean | undefined;
  /** they live in the office's municipality, or elsewhere; undefined: not said, or it does not matter */
  resident?: boolean | undefined;
  /** a seat kept for some was chosen without the ground */
  asksGround?: boolean | undefined;
}): string {
  const { officeCode, serviceCode, day, party, withPriority = false, resident, asksGround = false } = place;
  const lives = resident === undefined ? '' : `&resident=${resident ? 'yes' : 'no'}`;
  return `/offices/${officeCode}/${serviceCode}/times?date=${day.toString()}${party > 1 ? `&party=${party}` : ''}${withPriority || asksGround ? '&priority=1' : ''}${lives}${asksGround ? '&ask=ground' : ''}`;
}
