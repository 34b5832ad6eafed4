import type { Db, Tx } from '#platform/database.ts';
import type { LocalParagraphs, LocalText } from '#platform/language.ts';
import type { ServiceRules } from './visit/service-rules.ts';
import type { ByKind, OfficeKind } from './tables.ts';
import type { DocumentToBring } from './visit/document-case.ts';

/** An entry of the national catalogue. */
export interface Service {
  readonly code: string;
  readonly kinds: readonly OfficeKind[];
  readonly name: LocalText;
  readonly summary: LocalText;
  readonly instructions: ByKind<LocalParagraphs>;
  readonly documents: ByKind<readonly DocumentToBring[]>;
  readonly fee: ByKind<LocalText> | null;
  /** What follows from the service beyond its texts. */
  readonly rules: ByKind<ServiceRules>;
  /** One of the services that offices take bookings for, by default. */
  readonly bookable: boolean;
}

export async function findService(db: Db | Tx, code: string): Promise<Service | undefined> {
  return services(db).where('code', '=', code).executeTakeFirst();
}

/** The same, with nobody able to change it until the transaction ends. */
export async function lockService(tx: Tx, code: string): Promise<Service | undefined> {
  return services(tx).where('code', '=', code).forNoKeyUpdate().executeTakeFirst();
}

/** The whole catalogue in its order. */
export async function listServices(db: Db | Tx): Promise<Service[]> {
  return services(db).orderBy('position').orderBy('code').execute();
}

function services(db: Db | Tx) {
  return db
    .selectFrom('service')
    .select(['code', 'kinds', 'name', 'summary', 'instructions', 'documents', 'fee', 'rules', 'bookable']);
}
