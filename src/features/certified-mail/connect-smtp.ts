import type nodemailer from 'nodemailer';
import { loadLater } from '#platform/load-later.ts';
import type { OpenAccount } from './account/account.query.ts';

const mailer = loadLater<typeof nodemailer>('nodemailer');

/** The servers of providers speak TLS from the first byte at this port; at others it begins with STARTTLS. */
const implicitTls = 465;

/**
 * A connection to the provider's outgoing server, for one message. TLS always, and the certificate must be good; only a
 * relay on this very machine may do without.
 */
export function connectSmtp(account: OpenAccount) {
  return mailer().createTransport({
    host: account.smtpHost,
    port: account.smtpPort,
    secure: account.smtpPort === implicitTls,
    requireTLS: !isThisMachine(account.smtpHost),
    ignoreTLS: isThisMachine(account.smtpHost),
    auth: { user: account.username, pass: account.password },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    dnsTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** What is on this machine is reached by its number: a name could be sent elsewhere. */
export function isThisMachine(host: string): boolean {
  return host === '127.0.0.1' || host === '::1';
}
