/** Why a mail server could not be used: what an administrator can put right, each by itself. */
export const mailFaults = ['connection', 'tls', 'login', 'folder', 'refused', 'other'] as const;
export type MailFault = (typeof mailFaults)[number];

/** What an error of a mail client means; codes only, because servers repeat addresses in their words. */
export function mailFaultOf(error: unknown): MailFault {
  const codes = new Set(codesOf(error));
  const is = (...names: string[]): boolean => names.some((name) => codes.has(name));
  if (is('authenticationFailed', 'EAUTH', 'AUTHENTICATIONFAILED')) return 'login';
  if (is('mailboxMissing', 'NONEXISTENT', 'TRYCREATE')) return 'folder';
  if (is('tlsFailed', 'ETLS', 'EPROTO', 'NoTls', 'STARTTLS') || [...codes].some((code) => tlsCode.test(code)))
    return 'tls';
  if ([...codes].some((code) => networkCode.test(code))) return 'connection';
  return is('EENVELOPE', 'EMESSAGE') ? 'refused' : 'other';
}

const tlsCode = /CERT|SELF_SIGNED|^ERR_(SSL|TLS)|UNABLE_TO_(VERIFY|GET_ISSUER)|HOSTNAME|^EPROTO/;
const networkCode =
  /^(ECONN\w*|ENOTFOUND|EDNS|EAI_\w+|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ESOCKET|ETIMEOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|NoConnection|ClosedAfterConnect\w*)$/;

function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 3) return [];
  const own = ['code', 'serverResponseCode', 'errno', 'syscall'].flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' ? [value] : [];
  });
  const flags = ['authenticationFailed', 'tlsFailed', 'mailboxMissing'].filter(
    (name) => Reflect.get(error, name) === true,
  );
  const words = error instanceof Error && tlsWords.test(error.message) ? ['tlsFailed'] : [];
  return [...own, ...flags, ...words, ...codesOf(Reflect.get(error, 'cause'), depth + 1)];
}

/** Clients that put a code of their own over that of the certificate still say it in words. */
const tlsWords = /certificate|altnames|wrong version number|ssl routines|does not support STARTTLS/i;
