import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Service } from './service.query.ts';

/** What the network decides about an entry of the catalogue. */
export type ServiceEntry = Omit<Service, 'code' | 'rules'>;

/** Writes an entry of the catalogue; a later import of the data leaves alone what was changed here. */
export async function saveService(tx: Tx, request: { code: string; entry: Partial<ServiceEntry> }): Promise<void> {
  const { entry } = request;
  const columns = {
    kinds: entry.kinds && [...entry.kinds],
    bookable: entry.bookable,
    name: json(entry.name),
    summary: json(entry.summary),
    instructions: json(entry.instructions),
    documents: json(entry.documents),
    fee: json(entry.fee),
  };
  const changed = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  if (Object.keys(changed).length === 0) return;
  await tx.updateTable('service').set(changed).where('code', '=', request.code).execute();
}

/** Adds an entry at the end of the catalogue; refused when the code is taken. */
export async function addService(
  tx: Tx,
  request: { code: string; entry: Pick<ServiceEntry, 'kinds' | 'name' | 'summary' | 'bookable'> },
): Promise<{ ok: true } | { ok: false; reason: 'taken' }> {
  const { code, entry } = request;
  const { rows } = await sql<{ code: string }>`
    INSERT INTO service (code, kinds, name, summary, instructions, documents, bookable, position)
    SELECT ${code}, ${[...entry.kinds]}::text[], ${JSON.stringify(entry.name)}::jsonb, ${JSON.stringify(entry.summary)}::jsonb,
      '{}', '{}', ${entry.bookable}, coalesce(max(position), 0) + 10 FROM service
    ON CONFLICT (code) DO NOTHING RETURNING code`.execute(tx);
  return rows.length > 0 ? { ok: true } : { ok: false, reason: 'taken' };
}

/** Moves an entry one place up or down the catalogue; at its end it stays where it is. */
export async function moveService(tx: Tx, request: { code: string; to: 'up' | 'down' }): Promise<{ moved: boolean }> {
  const { code, to } = request;
  const rows = await tx
    .selectFrom('service')
    .select(['code', 'position'])
    .orderBy('position')
    .orderBy('code')
    .forNoKeyUpdate()
    .execute();
  const codes = rows.map((row) => row.code);
  const from = codes.indexOf(code);
  const other = codes[to === 'up' ? from - 1 : from + 1];
  if (from < 0 || other === undefined) return { moved: false };
  codes[codes.indexOf(other)] = code;
  codes[from] = other;
  await sql`
    UPDATE service SET position = place.ord * 10 FROM unnest(${codes}::text[]) WITH ORDINALITY AS place(code, ord)
    WHERE service.code = place.code AND service.position <> place.ord * 10`.execute(tx);
  return { moved: true };
}

/** For a jsonb column: undefined leaves it, null empties it. */
function json(value: object | null | undefined): string | null | undefined {
  return value === null || value === undefined ? value : JSON.stringify(value);
}
