const boundary = 'turno-demo-report';

/** Reports, as a mail server does (RFC 3464), that the mailbox of an e-mail's recipient does not exist. */
export async function sendReport(to: { port: number; returnAddress: string; recipient: string }): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ host: '127.0.0.1', port: to.port, secure: false, ignoreTLS: true });
  try {
    await transport.sendMail({
      envelope: { from: '', to: to.returnAddress },
      raw: report(to.returnAddress, to.recipient),
    });
  } finally {
    transport.close();
  }
}

function report(returnAddress: string, recipient: string): string {
  const lines = [
    'From: Posta della prova <mailer-daemon@posta.example>',
    `To: ${returnAddress}`,
    'Subject: Messaggio non consegnato',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Questa casella di prova non esiste.',
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; posta.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 no such mailbox',
    '',
    `--${boundary}--`,
    '',
  ];
  return lines.join('\r\n');
}
