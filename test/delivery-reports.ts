/** What an invented mail server says of an e-mail. */
export interface ReportWish {
  /** where the report is sent */
  readonly to: string;
  readonly recipient: string;
  readonly action?: string;
  readonly status?: string;
  readonly envelopeId?: string;
  readonly messageId?: string;
  readonly diagnostic?: string;
}

const lines = (...all: readonly (string | false | undefined)[]): string =>
  all.filter((line) => typeof line === 'string').join('\r\n');

function multipart(head: string, boundary: string, parts: readonly string[]): string {
  const body = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return `${head}\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n\tboundary="${boundary}"\r\n\r\n${body}--${boundary}--\r\n`;
}

/** As RFC 3464 has it, with the headers of what came back; the shape that Postfix gives it. */
export function plainReport(wish: ReportWish): string {
  return multipart(
    lines(
      'From: MAILER-DAEMON@posta.example (Posta automatica)',
      `To: ${wish.to}`,
      'Subject: E-mail tornata al mittente',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
    ),
    'AB12.1790000000/posta.example',
    [
      lines(
        'Content-Description: Notification',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Questo è il programma della posta: l’e-mail qui sotto non è arrivata.',
      ),
      lines(
        'Content-Description: Delivery report',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; posta.example',
        wish.envelopeId && `Original-Envelope-Id: ${wish.envelopeId}`,
        'Arrival-Date: Sun, 22 Nov 2026 10:00:00 +0000 (GMT)',
        '',
        `Final-Recipient: rfc822; ${wish.recipient}`,
        `Original-Recipient: rfc822;${wish.recipient}`,
        `Action: ${wish.action ?? 'failed'}`,
        `Status: ${wish.status ?? '5.1.1'}`,
        'Remote-MTA: dns; mx.posta.example',
        `Diagnostic-Code: smtp; ${wish.diagnostic ?? '550 5.1.1 nobody of that name lives here'}`,
      ),
      lines(
        'Content-Description: Undelivered Message Headers',
        'Content-Type: text/rfc822-headers',
        '',
        'From: Turno <noreply@turno.example>',
        `To: ${wish.recipient}`,
        wish.messageId && `Message-ID: ${wish.messageId}`,
      ),
    ],
  );
}

/** With the failing address in a header, folded fields and small letters; the shape that Exim gives it. */
export function foldedReport(wish: ReportWish): string {
  return multipart(
    lines(
      `X-Failed-Recipients: ${wish.recipient}`,
      'Auto-Submitted: auto-replied',
      'From: Mail Delivery System <Mailer-Daemon@uscita.example>',
      `To: ${wish.to}`,
      'Subject: Mail delivery failed: returning message to sender',
      'MIME-Version: 1.0',
    ),
    '1790000000-eximdsn-123',
    [
      lines('Content-type: text/plain; charset=us-ascii', '', 'What you sent could not reach everybody.'),
      lines(
        'Content-type: message/delivery-status',
        '',
        'Reporting-MTA: dns; uscita.example',
        '',
        `Action: ${wish.action ?? 'failed'}`,
        `Final-Recipient: rfc822;${wish.recipient}`,
        `Status: ${wish.status ?? '5.0.0'}`,
        'Diagnostic-Code: smtp; 550-5.2.2 the mailbox',
        '   is full',
      ),
      lines('Content-type: message/rfc822', '', `Message-ID: ${wish.messageId ?? '<other@uscita.example>'}`, '', 'x'),
    ],
  );
}

/** With a page of HTML before, the whole e-mail after, and base64 throughout; the shape that Exchange gives it. */
export function wrappedReport(wish: ReportWish): string {
  const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');
  return multipart(
    lines(
      'From: "Posta dell’azienda" <postmaster@azienda.example>',
      `To: <${wish.to}>`,
      'Subject: Non recapitabile: Conferma il tuo appuntamento',
      'X-Auto-Response-Suppress: All',
      'MIME-Version: 1.0',
    ),
    '_004_reportazienda_',
    [
      lines(
        'Content-Type: text/html; charset="utf-8"',
        'Content-Transfer-Encoding: base64',
        '',
        base64('<p>L’e-mail non è stata accettata.</p>'),
      ),
      lines(
        'Content-Type: message/delivery-status',
        'Content-Transfer-Encoding: base64',
        '',
        base64(
          lines(
            'Reporting-MTA: dns;azienda.example',
            'Received-From-MTA: dns;turno.example',
            '',
            `Final-Recipient: rfc822;${wish.recipient}`,
            `Action: ${wish.action ?? 'failed'}`,
            `Status: ${wish.status ?? '5.7.1'}`,
            'Diagnostic-Code: smtp;550 5.7.1 a rule of the company',
          ),
        ),
      ),
      lines('Content-Type: message/rfc822', '', `Message-Id: ${wish.messageId ?? '<x@azienda.example>'}`, '', 'x'),
    ],
  );
}

/** No report for machines: words, and the e-mail below them; the shape of older servers. */
export function wordyReport(wish: ReportWish & { readonly words: string; readonly subject?: string }): string {
  return lines(
    'From: MAILER-DAEMON@vecchio.example',
    `To: ${wish.to}`,
    `Subject: ${wish.subject ?? 'failure notice'}`,
    '',
    wish.words,
    '',
    '--- Below this line is what you sent.',
    '',
    wish.messageId && `Message-ID: ${wish.messageId}`,
    '',
  );
}

/** Somebody is away. */
export function holidayAnswer(wish: ReportWish): string {
  return lines(
    `From: ${wish.recipient}`,
    `To: ${wish.to}`,
    'Subject: Fuori ufficio: 550 5.1.1',
    'Auto-Submitted: auto-replied',
    'Precedence: auto_reply',
    '',
    'Torno lunedì. Delivery failed? No: sono in ferie.',
    '',
  );
}
