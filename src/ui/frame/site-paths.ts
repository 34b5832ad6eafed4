/** The pages that the frame around every page links to. */
export const sitePaths = {
  home: '/',
  bookings: '/bookings',
  login: '/login',
  logout: '/logout',
  profile: '/profile',
  profileEmail: '/profile/email',
  tryEmail: '/profile/email/try',
  restrictions: '/restrictions',
  loginHelp: '/login/help',
  office: '/office',
  offices: '/offices',
  accessibility: '/accessibility',
  accessibilityReport: '/accessibility/report',
  accessibilityReports: '/network/accessibility',
  legal: '/legal',
  securityText: '/.well-known/security.txt',
  privacy: '/privacy',
  help: '/help',
  faq: '/faq',
  citizenManual: '/manual/citizen',
  operatorManual: '/manual/operator',
  cookies: '/cookies',
  demoPeople: '/demo/people',
  demoMail: '/demo/mail',
} as const;

/** The citizen's manual on paper. */
export const printedManual = (language: string): string => `/manual/citizen.${language}.pdf`;

/** Where a time of a day is chosen. */
export function timesPath(place: {
  officeCode: string;
  serviceCode: string;
  day: Temporal.PlainDate;
  party: number;
}): string {
  const { officeCode, serviceCode, day, party } = place;
  return `/offices/${officeCode}/${serviceCode}/times?date=${day.toString()}${party > 1 ? `&party=${party}` : ''}`;
}
