/** The pages that the frame around every page links to. */
export const sitePaths = {
  home: '/',
  bookings: '/bookings',
  login: '/login',
  logout: '/logout',
  profile: '/profile',
  office: '/office',
  accessibility: '/accessibility',
  privacy: '/privacy',
  help: '/help',
  cookies: '/cookies',
  demoPeople: '/demo/people',
  demoMail: '/demo/mail',
} as const;
