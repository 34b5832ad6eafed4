/** Pages that belong to one person, or that only operators use: nothing for a search engine. */
const closed = ['/l/', '/holds', '/bookings', '/profile', '/office/', '/api/', '/login', '/register', '/demo'];

/** What search engines may read; of a trial set-up, nothing. */
export function robots({ demo }: { demo: boolean }): string {
  const paths = demo ? ['/'] : closed;
  return `User-agent: *\n${paths.map((path) => `Disallow: ${path}\n`).join('')}`;
}
