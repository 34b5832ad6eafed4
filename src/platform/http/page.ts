import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Sends a rendered page. Pages may carry names and tokens, so nothing keeps a copy unless the route says so. */
export function page(reply: FastifyReply, view: VNode): FastifyReply {
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  const html = `<!doctype html>${renderToString(view)}`;
  return reply.type('text/html; charset=utf-8').send(reply.request.share?.(reply, html) ?? html);
}

/** Goes on to another page after a write (POST → 303 → GET). Only paths of this site. */
export function goTo(reply: FastifyReply, path: string): FastifyReply {
  return reply.redirect(localPath(path), 303);
}

/** The path when it is one of this site, otherwise the home page: a return address from input cannot lead away. */
export function localPath(path: string | undefined): string {
  if (path === undefined || !path.startsWith('/') || /^\/[/\\]/.test(path) || /[\0-\x1f\\]/.test(path)) return '/';
  return path;
}
