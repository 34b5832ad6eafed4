import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { goTo } from './page.ts';
import { siteCookie } from './site-cookie.ts';
import { isLanguage, type Language, negotiateLanguage, writtenFor } from '../language.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The language of the answer: the switch just pressed, else the cookie, else Accept-Language. */
    language: Language;
  }
}

const languageCookie = 'turno_lang';

/** Pages of those who work: in the languages that are written beside the code. */
const forOffices = /^\/(office|network)(?=[/?]|$)/;

/** Decides the language of each request; `?lang=en` is remembered and taken out of the address. */
export function addLanguage(app: FastifyInstance, deps: Pick<Deps, 'config'>): void {
  app.decorateRequest('language', 'it');
  app.addHook('onRequest', async (request, reply) => {
    request.language = shownIn(request, languageOf(request));
    const api = request.url.startsWith('/api/');
    void reply.header('content-language', request.language);
    if (api || request.method !== 'GET') return;
    const [path, query] = request.url.split(/\?(.*)/s, 2);
    const parameters = new URLSearchParams(query);
    const wish = parameters.get('lang') ?? parameters.get('_lang');
    if (!isLanguage(wish)) return;
    rememberLanguage(reply, deps, wish);
    parameters.delete('lang');
    parameters.delete('_lang');
    return goTo(reply, parameters.size > 0 ? `${path}?${parameters.toString()}` : (path ?? '/'));
  });
  app.addHook('preHandler', async (request, reply) => {
    const body = request.body;
    if (typeof body !== 'object' || body === null || !('_lang' in body) || !isLanguage(body._lang)) return;
    request.language = shownIn(request, body._lang);
    void reply.header('content-language', request.language);
    rememberLanguage(reply, deps, body._lang);
  });
}

/** What a page can be shown in of a language somebody reads. */
function shownIn(request: FastifyRequest, language: Language): Language {
  return forOffices.test(request.url) ? writtenFor(language) : language;
}

/** The language of the answer: of the site's pages what was chosen last, else what the browser asks for. */
export function languageOf(request: FastifyRequest): Language {
  const remembered = /(?:^|;\s*)turno_lang=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  if (!request.url.startsWith('/api/') && isLanguage(remembered)) return remembered;
  return negotiateLanguage(request.headers['accept-language']);
}

/** Keeps the language somebody chose, for a year. */
export function rememberLanguage(reply: FastifyReply, deps: Pick<Deps, 'config'>, language: Language): void {
  void reply.setCookie(languageCookie, language, { ...siteCookie(deps), maxAge: 31_536_000 });
}
