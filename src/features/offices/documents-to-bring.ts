import type { Db, Tx } from '#platform/database.ts';
import { type Language, localText } from '#platform/language.ts';
import { findOffering, type Offering } from './offering.query.ts';
import { findService, type Service } from './service.query.ts';
import type { OfficeKind } from './tables.ts';

interface Visit {
  readonly kind: OfficeKind;
  readonly language: Language;
}

/** What to bring to an appointment for a service at an office, in the reader's language: each document with the case it is for. */
export async function documentsToBring(
  db: Db | Tx,
  request: Visit & { serviceCode: string; officeId: number },
): Promise<string[]> {
  const service = await findServiceAtOffice(db, request.officeId, request.serviceCode);
  return service === undefined ? [] : documentsInWords(service, request);
}

/** The same of a service that is known already. */
export function documentsInWords(service: Pick<Service, 'documents'>, { kind, language }: Visit): string[] {
  return (service.documents[kind] ?? []).map(({ text, when }) =>
    when ? `${localText(text, language)}, ${localText(when, language)}` : localText(text, language),
  );
}

/** An entry of the catalogue as an office has it: with the office's own documents and what it says of the cost. */
export async function findServiceAtOffice(
  db: Db | Tx,
  officeId: number,
  serviceCode: string,
): Promise<Service | undefined> {
  const [service, offering] = await Promise.all([
    findService(db, serviceCode),
    findOffering(db, officeId, serviceCode),
  ]);
  return service && asOffered(service, offering);
}

/** The same of what is known already; the office's own stand in for the national ones. */
export function asOffered<Entry extends Pick<Service, 'documents' | 'fee'>>(
  service: Entry,
  offering: Pick<Offering, 'documents' | 'feeNotice'> | undefined,
): Entry {
  const { documents = null, feeNotice = null } = offering ?? {};
  return {
    ...service,
    ...(documents && { documents: { consular: documents, municipal: documents } }),
    ...(feeNotice && { fee: { consular: feeNotice, municipal: feeNotice } }),
  };
}
