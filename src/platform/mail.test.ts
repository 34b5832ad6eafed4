import { afterEach, describe, expect, it } from 'vitest';
import { smtpServer, type TestSmtpServer } from '#test/smtp-server.ts';
import { createMailer, type Mailer, mailFailure, mailWay, type OutgoingMail } from './mail.ts';

const mailFrom = 'Turno <noreply@turno.example>';
const mail: OutgoingMail = {
  to: 'giulia@test.example',
  subject: 'Il tuo appuntamento è confermato',
  text: 'Perché no?\n',
  html: '<p>Perché no?</p>',
  messageId: '<message-1@turno.example>',
  language: 'it',
  attachments: [
    {
      filename: 'K7QF29MX.ics',
      content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR',
      contentType: 'text/calendar; charset=utf-8',
    },
  ],
};

let server: TestSmtpServer | undefined;
let mailer: Mailer | undefined;
afterEach(async () => {
  mailer?.close();
  await server?.close();
});

async function mailerTo(behaviour: Parameters<typeof smtpServer>[0], attempt?: number): Promise<Mailer> {
  server = await smtpServer(behaviour);
  mailer = createMailer({ demo: false, smtpUrl: `smtp://127.0.0.1:${server.port}`, mailFrom }, undefined, {
    ...(attempt && { attempt }),
  });
  if (mailer === undefined) throw new Error('no mailer');
  return mailer;
}

describe('e-mail over SMTP', () => {
  it('arrives whole: both forms, accents, attachment, and marked as automatic', async () => {
    const sender = await mailerTo({});
    await sender.send(mail);
    const [taken] = server?.taken ?? [];
    expect(taken?.recipients).toEqual(['giulia@test.example']);
    expect(taken?.mail.subject).toBe(mail.subject);
    expect(taken?.mail.text).toContain('Perché no?');
    expect(taken?.mail.html).toContain('<p>Perché no?</p>');
    expect(taken?.mail.messageId).toBe(mail.messageId);
    expect(taken?.mail.headers.find((header) => header.key === 'auto-submitted')?.value).toBe('auto-generated');
    expect(taken?.mail.attachments[0]?.filename).toBe('K7QF29MX.ics');
  });

  it('throws when the recipient is refused, without repeating the address', async () => {
    const sender = await mailerTo({ refuseRecipient: { code: 550, words: 'no such user giulia@test.example' } });
    const failure: unknown = await sender.send(mail).catch((error: unknown) => error);
    expect(mailFailure(failure)).toContain('550');
    expect(mailFailure(failure)).not.toContain('giulia');
  });

  it('throws when the server asks to come back later', async () => {
    const sender = await mailerTo({ refuseMessage: { code: 451, words: 'busy' } });
    expect(mailFailure(await sender.send(mail).catch((error: unknown) => error))).toContain('451');
  });

  it('gives up on a server that never answers', async () => {
    const sender = await mailerTo({ silent: true }, 300);
    expect(mailFailure(await sender.send(mail).catch((error: unknown) => error))).toBe('ETIMEDOUT');
  });

  it('throws when nobody listens', async () => {
    const sender = await mailerTo({});
    await server?.close();
    expect(mailFailure(await sender.send(mail).catch((error: unknown) => error))).toContain('ESOCKET');
  });
});

describe('where e-mail goes', () => {
  it('goes nowhere unless a server is set', () => {
    expect(createMailer({ demo: false, smtpUrl: undefined, mailFrom })).toBeUndefined();
    expect(mailWay({ demo: false, smtpUrl: undefined })).toBe('none');
  });

  it('goes only to our own catcher in the demo set-up, whatever else is set', async () => {
    server = await smtpServer({});
    const elsewhere = await smtpServer({});
    mailer = createMailer({ demo: true, smtpUrl: `smtp://127.0.0.1:${elsewhere.port}`, mailFrom }, server.port);
    await mailer?.send(mail);
    expect(server.taken).toHaveLength(1);
    expect(elsewhere.taken).toHaveLength(0);
    await elsewhere.close();
    expect(createMailer({ demo: true, smtpUrl: 'smtp://mail.example', mailFrom })).toBeUndefined();
  });
});
