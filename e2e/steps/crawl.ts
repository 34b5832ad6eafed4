import { type Client, type FoundForm, insideOf } from './http-client.ts';

export interface Site {
  /** One address of each kind of page. */
  readonly pages: readonly string[];
  readonly forms: readonly FoundForm[];
}

const most = 120;

/** Follows every link from the given pages, and keeps one address and one form of each kind. */
export async function crawl(client: Client, from: readonly string[]): Promise<Site> {
  const pages = new Map<string, string>();
  const forms = new Map<string, FoundForm>();
  const waiting = [...from];
  while (waiting.length > 0 && pages.size < most) {
    const path = waiting.shift() ?? '';
    if (pages.has(kindOf(path))) continue;
    pages.set(kindOf(path), path);
    const { status, body, location } = await client.get(path);
    if (status >= 300 && status < 400 && location.startsWith('/')) waiting.push(location);
    const inside = insideOf(path, body);
    waiting.push(...inside.links.filter((link) => !pages.has(kindOf(link)) && !/[?&]lang=/.test(link)));
    for (const form of inside.forms) {
      const kind = `${form.method} ${kindOf(form.action)} ${form.fields.join()}`;
      if (!forms.has(kind)) forms.set(kind, form);
    }
  }
  return { pages: [...pages.values()], forms: [...forms.values()] };
}

/** The address without what changes from one page to the next of its kind. */
export function kindOf(path: string): string {
  const [before = '', query = ''] = path.split('?', 2);
  const names = [...new URLSearchParams(query).keys()].sort().join('&');
  const shape = before
    .replace(/^\/(offices|office)\/[^/]+/, '/$1/:office')
    .replace(/^(\/offices\/:office)\/[^/]+/, '$1/:service')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id')
    .replace(/\/[A-Z0-9]{8}(?=\/|$)/, '/:code')
    .replace(/^\/l\/[^/]+/, '/l/:token')
    .replace(/\/\d+(?=\/|$)/g, '/:number');
  return `${shape}?${names}`;
}
