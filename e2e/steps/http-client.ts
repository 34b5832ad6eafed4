import { parse } from 'node-html-parser';
import { demoPassword } from './enter.ts';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly location: string;
}

/** Somebody without a browser, who keeps cookies and sends what no browser would. */
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** As a page's form sends it, token included; `_csrf` in the values stands in its place. */
  post(path: string, values: Readonly<Record<string, string>>): Promise<Answer>;
  logIn(who: string): Promise<void>;
}

export function newClient(address: string): Client {
  const cookies = new Map<string, string>();
  let token = '';
  const client: Client = {
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, values) => {
      const body = new URLSearchParams({ _csrf: token, ...values }).toString();
      return send(path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
    },
    async logIn(who) {
      token = csrfOf((await client.get('/login')).body);
      const { status } = await client.post('/login', { email: `${who}@demo.example`, password: demoPassword });
      if (status !== 303) throw new Error(`${who} cannot log in: ${status}`);
    },
  };
  return client;

  async function send(path: string, request: RequestInit & { headers: Record<string, string> }): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', ...(cookie !== '' && { cookie }), ...request.headers };
    const response = await fetch(`${address}${path}`, { ...request, headers, redirect: 'manual' });
    for (const one of response.headers.getSetCookie()) keep(one);
    const body = await response.text();
    token = csrfOf(body) || token;
    const location = response.headers.get('location') ?? '';
    const own = location.startsWith(`${address}/`) ? location.slice(address.length) : location;
    return { status: response.status, body, location: own };
  }

  function keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
}

function csrfOf(html: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

export interface FoundForm {
  /** Where the page with the form is. */
  readonly page: string;
  readonly action: string;
  readonly method: 'get' | 'post';
  /** What the form would send as it stands; buttons left out. */
  readonly values: Readonly<Record<string, string>>;
  /** Names that somebody can fill in. */
  readonly fields: readonly string[];
}

/** The links and the forms of a page. */
export function insideOf(page: string, html: string): { links: string[]; forms: FoundForm[] } {
  const root = parse(html);
  const links = root.querySelectorAll('a[href^="/"]').map((link) => link.getAttribute('href')?.split('#')[0] ?? '');
  // A form that only a script can open gets its address from that script.
  const shown = root.querySelectorAll('form').filter((form) => form.closest('dialog') === null);
  const forms = shown.map((form): FoundForm => {
    const all = form.querySelectorAll('input, select, textarea').filter((field) => field.getAttribute('name'));
    const open = all.filter((field) => field.getAttribute('type') !== 'hidden');
    const nameOf = (field: (typeof all)[number]) => field.getAttribute('name') ?? '';
    const entries = all.map((field) => [nameOf(field), field.getAttribute('value') ?? '']);
    const { _csrf: _token, ...values } = Object.fromEntries(entries) as Record<string, string>;
    return {
      page,
      action: form.getAttribute('action') ?? page,
      method: form.getAttribute('method') === 'post' ? 'post' : 'get',
      values,
      fields: [...new Set(open.map(nameOf))],
    };
  });
  return { links, forms };
}
