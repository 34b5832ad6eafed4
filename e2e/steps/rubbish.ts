/** What people paste by mistake and others send on purpose. */
export const rubbish: Readonly<Record<string, string>> = {
  sql: `'; DROP TABLE booking; -- ") OR 1=1`,
  html: '"><script>alert(1)</script><img src=x onerror=alert(1)>',
  nul: 'a\0b',
  emoji: '👩‍👩‍👧‍👦🇮🇹',
  long: 'x'.repeat(20_000),
  'right to left': '\u202Eمرحبا بالعالم\u202C',
  'half a character': '\uD800',
  'a big number': '99999999999999999999',
  'a negative number': '-1',
  'no day': '2026-02-30',
  path: '../../../../etc/passwd',
  prototype: '__proto__',
  format: '%s%n{0}${7*7}{{7*7}}',
  lines: 'a\r\nSet-Cookie: stolen=1',
};

/** The same in an address: encoded, and once not even validly. */
export function inAddress(value: string): string {
  return encodeURIComponent(value.toWellFormed()).slice(0, 6_000);
}

export const brokenEscapes = ['%', '%00', '%ff%fe', '%E0%A4%A', '..%2f..%2f'];

const otherNames = ['q', 'date', 'party', 'cursor', 'next', 'token', 'week'];

function setAll(names: string | readonly string[], value: string): string {
  return [names]
    .flat()
    .map((name) => `${name}=${value}`)
    .join('&');
}

/**
 * An address with each of its parts and parameters replaced in turn, and parameters it does not have. Each page gets a
 * third of the rubbish, the next page the next third: addresses of one shape are many, and share what reads them.
 */
export function spoiled(path: string, turn: number): string[] {
  const [before = '', query = ''] = path.split('?', 2);
  const all = [...Object.values(rubbish).map(inAddress), ...brokenEscapes];
  const values = all.filter((_, index) => index % 3 === turn % 3);
  const parts = before.split('/').slice(1);
  const inParts = parts.flatMap((_, index) =>
    index === 0 ? [] : values.map((value) => `/${parts.with(index, value).join('/')}${query && `?${query}`}`),
  );
  const own = [...new URLSearchParams(query).keys()];
  const inQuery = [...own, otherNames].flatMap((names) => values.map((value) => `${before}?${setAll(names, value)}`));
  const twice = [...own, 'q'].flatMap((name) => [`${before}?${name}=1&${name}=2`, `${before}?${name}[a]=1`]);
  return [...inParts, ...inQuery, ...twice];
}

/** Does something with each, a few at a time. */
export async function each<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
  atOnce = 6,
): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
    }),
  );
}
