import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { cieOidcEnvironment, cieOidcSettings, type CieOidcSettings } from './cie-oidc-settings.ts';
import {
  type CieSamlSettings,
  cieSamlSettings,
  federationEnvironment,
  type Organization,
  organizationOf,
  type SpidSettings,
  spidSettings,
} from './federation-settings.ts';
import { keepingEnvironment, type KeepingSettings, keepingSettings } from './keeping-settings.ts';
import { projectRoot } from './root.ts';

const onOff = z.enum(['on', 'off']).transform((word) => word === 'on');

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  TURNO_DATA: z.string().default('.turno'),
  TURNO_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.string().optional(),
  TURNO_DEMO: onOff.default(false),
  TURNO_DEMO_CITIZENS: z.coerce.number().int().min(0).max(1_000_000).default(0),
  TURNO_LIMITS: onOff.default(true),
  TURNO_WORKERS: z.coerce.number().int().min(1).max(64).default(1),
  TURNO_CONNECTIONS: z.coerce.number().int().min(10).max(100_000).default(10_000),
  TURNO_SHED_DELAY: z.coerce.number().int().min(10).max(60_000).default(500),
  TURNO_SHED_REQUESTS: z.coerce.number().int().min(10).max(100_000).default(2_000),
  TURNO_SHED_DATABASE: z.coerce.number().int().min(10).max(100_000).default(500),
  TURNO_SHED_SEATS: z.coerce.number().int().min(10).max(50_000).default(5_000),
  TURNO_SECRET: z.string().min(32).optional(),
  TURNO_SECRETS_BEFORE: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((secret) => secret !== ''))
    .pipe(z.array(z.string().min(32)))
    .optional(),
  TURNO_HASH_KEYS: z.base64url().optional(),
  TURNO_SMTP_URL: z.string().optional(),
  TURNO_MAIL_FROM: z.string().default('Turno <noreply@turno.example>'),
  TURNO_BOUNCE_ADDRESS: z.email().optional(),
  TURNO_BOUNCE_LISTEN: z
    .string()
    .regex(/^(\[[0-9a-f:]+\]|[^\s:]+):\d{1,5}$/i, 'must be host:port')
    .optional(),
  TURNO_SECURITY_CONTACT: z
    .union([z.email(), z.url({ protocol: /^https$/ }), z.string().regex(/^(mailto|tel):\S+$/)], {
      error: 'must be an e-mail address or an https address',
    })
    .optional(),
  ...keepingEnvironment,
  TURNO_METRICS_TOKEN: z.string().min(16).optional(),
  TURNO_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TURNO_PROXY: z.string().optional(),
  ...federationEnvironment,
  ...cieOidcEnvironment,
});

export interface Config extends KeepingSettings {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder for the embedded database, keys and notes. */
  readonly dataFolder: string;
  /** Where people reach the site, without a final slash; links in e-mails start with it. */
  readonly publicUrl: string;
  readonly databaseUrl: string | undefined;
  readonly demo: boolean;
  readonly demoCitizens: number;
  /**
   * Request limits and account locks; off only in test set-ups. Limits by network address leave out this machine's own:
   * set TURNO_PROXY, so that they see who asks and not the proxy.
   */
  readonly limits: boolean;
  /** How many processes serve the web on this machine. */
  readonly webProcesses: number;
  /** The most connections that one of them takes. */
  readonly mostConnections: number;
  /**
   * From where on one of them is overloaded: the delay of its event loop in milliseconds, requests being answered, those
   * that wait for a database connection, those that wait for a batch of seats.
   */
  readonly overload: {
    readonly delay: number;
    readonly requests: number;
    readonly database: number;
    readonly seats: number;
  };
  readonly secret: string | undefined;
  /** Secrets that were in use before TURNO_SECRET, or will be after it: what they made is still read. */
  readonly secretsBefore: readonly string[] | undefined;
  /** Keys of hashes, set apart from the master secret when it is rotated. */
  readonly hashKeys: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Where e-mail that comes back is addressed to; each message's own mark is put behind a plus sign. */
  readonly bounceAddress: string | undefined;
  /** Where the worker listens for such e-mail; in the demo a free port of this machine. */
  readonly bounceListen: { readonly host: string; readonly port: number } | undefined;
  /** Whom to write to about a weakness, for as long as the network's page names nobody. */
  readonly securityContact: string | undefined;
  readonly metricsToken: string | undefined;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Address of the reverse proxy whose X-Forwarded-For is believed. */
  readonly trustedProxy: string | undefined;
  /** Who runs the site, for federations; `missing` names the settings that they need and nobody has given. */
  readonly organization: Organization & { readonly missing: readonly string[] };
  readonly spid: SpidSettings;
  /** Logins with CIE over SAML. */
  readonly cieSaml: CieSamlSettings;
  /** Logins with CIE over OpenID Connect; undefined where they are not set up. */
  readonly cieOidc: CieOidcSettings | undefined;
}

/** Thrown with a sentence for the administrator when a setting is wrong. */
export class ConfigError extends Error {}

/** Reads the settings from environment variables; the only place that does. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(filled);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`Settings that cannot be used: ${faults.join('; ')}`);
  }
  const e = parsed.data;
  if (e.TURNO_DEMO && e.TURNO_SMTP_URL !== undefined) {
    throw new ConfigError('The demo set-up never sends real e-mail: unset TURNO_SMTP_URL, or set TURNO_DEMO=off.');
  }
  if (e.TURNO_BOUNCE_LISTEN !== undefined && e.TURNO_BOUNCE_ADDRESS === undefined && !e.TURNO_DEMO) {
    throw new ConfigError('TURNO_BOUNCE_LISTEN has nothing to listen for: set TURNO_BOUNCE_ADDRESS too.');
  }
  const here = `http://${e.HOST === '0.0.0.0' ? 'localhost' : e.HOST}:${e.PORT}`;
  const publicUrl = (e.TURNO_URL ?? here).replace(/\/$/, '');
  return {
    port: e.PORT,
    host: e.HOST,
    dataFolder: isAbsolute(e.TURNO_DATA) ? e.TURNO_DATA : join(projectRoot, e.TURNO_DATA),
    publicUrl,
    databaseUrl: e.DATABASE_URL,
    demo: e.TURNO_DEMO,
    demoCitizens: e.TURNO_DEMO_CITIZENS,
    limits: e.TURNO_LIMITS,
    webProcesses: e.TURNO_WORKERS,
    mostConnections: e.TURNO_CONNECTIONS,
    overload: {
      delay: e.TURNO_SHED_DELAY,
      requests: e.TURNO_SHED_REQUESTS,
      database: e.TURNO_SHED_DATABASE,
      seats: e.TURNO_SHED_SEATS,
    },
    secret: e.TURNO_SECRET,
    secretsBefore: e.TURNO_SECRETS_BEFORE,
    hashKeys: e.TURNO_HASH_KEYS,
    smtpUrl: e.TURNO_SMTP_URL,
    mailFrom: e.TURNO_MAIL_FROM,
    bounceAddress: e.TURNO_BOUNCE_ADDRESS ?? (e.TURNO_DEMO ? 'bounce@turno.example' : undefined),
    bounceListen: e.TURNO_BOUNCE_LISTEN === undefined ? demoListener(e.TURNO_DEMO) : hostAndPort(e.TURNO_BOUNCE_LISTEN),
    securityContact: e.TURNO_SECURITY_CONTACT,
    ...keepingSettings(e),
    metricsToken: e.TURNO_METRICS_TOKEN,
    logLevel: e.TURNO_LOG,
    trustedProxy: e.TURNO_PROXY,
    organization: organizationOf(e, publicUrl),
    spid: spidSettings(e, publicUrl),
    cieSaml: cieSamlSettings(e, publicUrl),
    cieOidc: cieOidcSettings(e, {
      publicUrl,
      fail: (why) => {
        throw new ConfigError(why);
      },
    }),
  };
}

function demoListener(demo: boolean) {
  return demo ? { host: '127.0.0.1', port: 0 } : undefined;
}

function hostAndPort(text: string): { host: string; port: number } {
  const at = text.lastIndexOf(':');
  return { host: text.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(text.slice(at + 1)) };
}
