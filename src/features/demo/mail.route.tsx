import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { caughtMail, caughtMails, type CaughtMail } from './caught-mail.query.ts';
import { MailboxView, MailView } from './mail.view.tsx';
import { wantsJson } from './wants-json.ts';

const most = 200;

/** Nothing an e-mail holds may run, fetch or post anything; only its own inline style is used. */
const mailPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

interface OneMail {
  Params: { id: string };
}

/** The demo's caught e-mails; only where the demo set-up is on. */
export function addMailPages(app: FastifyInstance, deps: Deps): void {
  app.get<{ Querystring: { to?: unknown } }>('/demo/mail', async (request, reply) => {
    const to = typeof request.query.to === 'string' && request.query.to.trim() !== '' ? request.query.to : undefined;
    const address = to?.trim().replaceAll('\0', '').slice(0, 320);
    const mails = await caughtMails(deps.db, { to: address, most });
    if (wantsJson(request)) return reply.header('cache-control', 'no-store').send({ items: mails.map(asJson) });
    return page(reply, <MailboxView context={reply.pageContext()} to={address} mails={mails} />);
  });

  app.get<OneMail>('/demo/mail/:id', async (request, reply) => {
    const mail = await find(request.params.id);
    if (wantsJson(request)) return reply.header('cache-control', 'no-store').send(asJson(mail));
    // The e-mail is shown in a frame, which no other page of the site has.
    const policy = String(reply.getHeader('content-security-policy') ?? '');
    void reply.header('content-security-policy', `${policy};frame-src 'self'`);
    return page(reply, <MailView context={reply.pageContext()} mail={mail} />);
  });

  app.get<OneMail>('/demo/mail/:id/html', async (request, reply) => {
    const mail = await find(request.params.id);
    // The sandbox gives this document an origin of its own: it cannot share the site's agent cluster.
    return reply
      .removeHeader('origin-agent-cluster')
      .headers({ 'content-security-policy': mailPolicy, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
      .type('text/html; charset=utf-8')
      .send(mail.html);
  });

  app.get<{ Params: { id: string; index: string } }>('/demo/mail/:id/attachments/:index', async (request, reply) => {
    const mail = await find(request.params.id);
    const attachment = mail.attachments[Number(request.params.index)];
    if (attachment === undefined) throw notFound();
    const isText = attachment.encoding === undefined;
    const filename = attachment.filename.replace(/[^\w.-]/g, '_');
    return reply
      .headers({ 'content-disposition': `attachment; filename="${filename}"`, 'cache-control': 'no-store' })
      .type(isText ? `${attachment.contentType}; charset=utf-8` : attachment.contentType)
      .send(isText ? attachment.content : Buffer.from(attachment.content, 'base64'));
  });

  async function find(id: string): Promise<CaughtMail> {
    const mail = /^\d{1,18}$/.test(id) ? await caughtMail(deps.db, id) : undefined;
    if (mail === undefined) throw notFound();
    return mail;
  }
}

function asJson({ sentAt, ...mail }: CaughtMail) {
  return { ...mail, sentAt: sentAt.toString() };
}
