import pg from 'pg';
import { LaunchFailure } from './failure.ts';

const oldest = 15;

/** Why the database at this address cannot be used, as a sentence without its password; undefined when it can. */
export async function databaseFailure(url: string): Promise<LaunchFailure | undefined> {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || !/^postgres(ql)?:$/.test(address.protocol)) {
    return new LaunchFailure('DATABASE_URL is not an address like postgres://user:password@host:5432/database.');
  }
  const where = `${address.host}${address.pathname}`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version_num') AS version");
    const version = Math.floor(Number(rows[0]?.version) / 10_000);
    if (version >= oldest) return undefined;
    return new LaunchFailure(`The database at ${where} is PostgreSQL ${version}; Turno needs ${oldest} or newer.`);
  } catch (error) {
    return new LaunchFailure(`The database of DATABASE_URL (${where}) cannot be used: ${reason(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function reason(error: unknown): string {
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { code: undefined, message: '' };
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing answers there. Is PostgreSQL running, and is the port right?';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the name of the host is not known.';
    case '28P01':
    case '28000':
      return 'it refuses this user or password.';
    case '3D000':
      return 'there is no database of that name. Create it first (CREATE DATABASE).';
    case '53300':
      return 'it has no connection left.';
    default:
      return message === '' ? 'no answer came.' : `${message}.`;
  }
}
