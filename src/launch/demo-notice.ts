import pg from 'pg';

const sentence =
  'This database holds the demo set: its people cannot log in while TURNO_DEMO is off. ' +
  'Use another TURNO_DATA or DATABASE_URL for a real service.';

/** What whoever starts a real service on the database of a demo has to know; undefined when there is nothing to say. */
export async function demoNotice({ url, demo }: { url: string; demo: boolean }): Promise<string | undefined> {
  if (demo) return undefined;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query("SELECT FROM data_import WHERE name = 'demo'");
    return rowCount === 0 ? undefined : sentence;
  } finally {
    await client.end().catch(() => undefined);
  }
}
