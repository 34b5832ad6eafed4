import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '#platform/root.ts';

/** The addresses in `e2e/pages`, read from the sources: `*` stands for what only a browser knows. */
export function knownAddresses(): string[] {
  const folder = projectPath('e2e', 'pages');
  return readdirSync(folder).flatMap((file) => addressesIn(readFileSync(projectPath('e2e', 'pages', file), 'utf8')));
}

/** The route that answers an address: of several, the one that says more of it. */
export function routeOf(address: string, routes: readonly string[]): string | undefined {
  const parts = segments(address);
  const weight = (route: string): string =>
    segments(route)
      .map((part) => (part.startsWith(':') ? '1' : '0'))
      .join('');
  const answers = routes.filter((route) => {
    const own = segments(route);
    return own.length === parts.length && own.every((part, at) => part.startsWith(':') || part === parts[at]);
  });
  return answers.toSorted((one, other) => (weight(one) < weight(other) ? -1 : 1))[0];
}

/** Each `route:` stands for the `path:` beside it, which a browser has to find. */
function addressesIn(source: string): string[] {
  const known = constantsOf(source);
  const stated = [...source.matchAll(/\broute: '([^']+)'/g)].map(([, route = '']) => route.replaceAll(/:\w+/g, '*'));
  const paths = [...source.matchAll(/\bpath: (?:'([^']+)'|`([^`]+)`|(\w+)\b(?![.(]))/g)].map(
    ([, text, template, name = '']) => text ?? resolve(template ?? `\${${name}}`, known),
  );
  return [...stated, ...paths.filter((path) => path.startsWith('/'))].map((path) => path.replace(/\?.*$/, ''));
}

/** What is given a name in a file: addresses written out, and links looked for on a page by their shape. */
function constantsOf(source: string): Map<string, string> {
  const known = new Map<string, string>();
  for (const [, name = '', text] of source.matchAll(/const (\w+) = '(\/[^']*)'/g)) known.set(name, text ?? '');
  for (const [, name = '', shape = ''] of source.matchAll(/const (\w+) = await linkOn\(\w+, \/\^(.+)\$\/\)/g)) {
    known.set(name, shape.replaceAll('\\/', '/').replaceAll(/\\[wd](\{\d+\}|\+)|\[\^[^\]]+\]\+/g, '*'));
  }
  for (const [, name = '', template = ''] of source.matchAll(/const (\w+) = `([^`]+)`/g)) {
    known.set(name, resolve(template, known));
  }
  return known;
}

function resolve(template: string, known: ReadonlyMap<string, string>): string {
  return template.replaceAll(/\$\{(\w+)(\([^)]*\))?\}/g, (_, name: string) => known.get(name) ?? '*');
}

function segments(path: string): string[] {
  return path.split('/').slice(1);
}
