import type { FastifyInstance } from 'fastify';
import { goTo } from './page.ts';
import { isLanguage, type Language, negotiateLanguage } from '../language.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The language of the answer: the switch just pressed, else the cookie, else Accept-Language. */
    language: Language;
  }
}

export const languageCookie = 'turno_lang';

/** Decides the language of each request; `?lang=en` is remembered and taken out of the address. */
export function addLanguage(app: FastifyInstance, options: { secure: boolean }): void {
  app.decorateRequest('language', 'it');
  app.addHook('onRequest', async (request, reply) => {
    const remembered = request.cookies[languageCookie];
    const api = request.url.startsWith('/api/');
    request.language =
      !api && isLanguage(remembered) ? remembered : negotiateLanguage(request.headers['accept-language']);
    void reply.header('content-language', request.language);
    if (api || request.method !== 'GET') return;
    const [path, query] = request.url.split(/\?(.*)/s, 2);
    const parameters = new URLSearchParams(query);
    const wish = parameters.get('lang') ?? parameters.get('_lang');
    if (!isLanguage(wish)) return;
    remember(wish);
    parameters.delete('lang');
    parameters.delete('_lang');
    return goTo(reply, parameters.size > 0 ? `${path}?${parameters.toString()}` : (path ?? '/'));

    function remember(language: Language): void {
      void reply.setCookie(languageCookie, language, {
        path: '/',
        maxAge: 31_536_000,
        sameSite: 'lax',
        secure: options.secure,
      });
    }
  });
  app.addHook('preHandler', async (request, reply) => {
    const body = request.body;
    if (typeof body !== 'object' || body === null || !('_lang' in body) || !isLanguage(body._lang)) return;
    request.language = body._lang;
    void reply.header('content-language', request.language);
    void reply.setCookie(languageCookie, body._lang, {
      path: '/',
      maxAge: 31_536_000,
      sameSite: 'lax',
      secure: options.secure,
    });
  });
}
