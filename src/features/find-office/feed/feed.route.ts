import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { officeAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { isLanguage } from '#platform/language.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { findServiceAt } from '../offering-of-page.ts';
import { feedAnswer } from './feed-answer.ts';
import { type FeedHooks, makeFeed } from './feed.query.ts';
import { keepFeeds, type KeptFeed } from './kept-feeds.ts';
import { feedPath } from './paths.ts';
import { writeRss } from './rss.ts';

const query = z.object({
  office: z.string().max(100).describe('code of the office'),
  service: z.string().max(100).describe('code of the service'),
});

/** `GET /api/v1/feed` and `/feeds/{office}/{service}.xml`: so that nobody needs to scrape. */
export function addFeeds(app: FastifyInstance, deps: Deps, hooks: FeedHooks): void {
  const feeds = keepFeeds(async (key, now) => {
    const [officeCode = '', serviceCode = ''] = key.split(' ');
    const office = await officeAt(deps.db, officeCode);
    const found = office && (await findServiceAt(deps.db, office, serviceCode));
    return found && makeFeed(deps.db, hooks, { office, ...found, site: deps.config.publicUrl, now });
  });

  app.get<{ Querystring: z.output<typeof query> }>(
    '/api/v1/feed',
    {
      schema: {
        tags: ['availability'],
        summary: 'Free seats, next releases, waiting room and draw of a service, as of this second',
        description:
          'For programs that look often: at most a second old, with `ETag` and `Last-Modified`. The same as RSS is at `/feeds/{office}/{service}.xml?in=it`.',
        querystring: query,
      },
      config: { answers: { 200: feedAnswer, 304: z.null().describe('nothing has changed') } },
    },
    async (request, reply) => {
      const kept = await find(request.query);
      return send(request, reply, kept, { type: 'application/json; charset=utf-8', mark: kept.mark, body: kept.json });
    },
  );

  app.get<{ Params: { office: string; file: string } }>('/feeds/:office/:file', async (request, reply) => {
    const { office, file } = request.params;
    if (!file.endsWith('.xml')) throw notFound();
    const service = file.slice(0, -'.xml'.length);
    const kept = await find({ office, service });
    const typed = queryText(request.query, 'in');
    const language = isLanguage(typed) ? typed : 'it';
    const self = `${deps.config.publicUrl}${feedPath(office, service, language)}`;
    const body = kept.xml.get(language) ?? Buffer.from(writeRss(kept.feed, { language, self, since: kept.since }));
    kept.xml.set(language, body);
    const type = 'application/rss+xml; charset=utf-8';
    return send(request, reply, kept, { type, mark: `${kept.mark}-${language}`, body });
  });

  async function find({ office, service }: { office: string; service: string }): Promise<KeptFeed> {
    const kept = await feeds(`${office.replaceAll(' ', '')} ${service.replaceAll(' ', '')}`, deps.clock.now());
    if (kept === undefined) throw notFound('unknown-office-or-service');
    return kept;
  }
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  kept: KeptFeed,
  { type, mark, body }: { type: string; mark: string; body: Buffer },
): FastifyReply {
  const tag = `"${mark}"`;
  const headers = {
    'cache-control': 'public, max-age=1',
    etag: tag,
    'last-modified': new Date(kept.since.epochMilliseconds).toUTCString(),
    'access-control-allow-origin': '*',
  };
  void reply.headers(headers);
  return isKnown(request, tag, kept.since) ? reply.code(304).send() : reply.type(type).send(body);
}

/** The mark decides where one is sent; the date only without it (RFC 9110). */
function isKnown({ headers }: FastifyRequest, tag: string, since: Temporal.Instant): boolean {
  const marks = headers['if-none-match'];
  if (marks !== undefined) return marks.split(',').some((one) => ['*', tag, `W/${tag}`].includes(one.trim()));
  const seen = Date.parse(headers['if-modified-since'] ?? '');
  return Number.isFinite(seen) && seen >= since.epochMilliseconds;
}
