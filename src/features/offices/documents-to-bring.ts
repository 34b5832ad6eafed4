import type { Db, Tx } from '#platform/database.ts';
import { type Language, localText } from '#platform/language.ts';
import { findService, type Service } from './service.query.ts';
import type { OfficeKind } from './tables.ts';

interface Visit {
  readonly kind: OfficeKind;
  readonly language: Language;
}

/** What to bring to an appointment for a service, in the reader's language: each document with the case it is for. */
export async function documentsToBring(db: Db | Tx, request: Visit & { serviceCode: string }): Promise<string[]> {
  const service = await findService(db, request.serviceCode);
  return service === undefined ? [] : documentsInWords(service, request);
}

/** The same of a service that is known already. */
export function documentsInWords(service: Pick<Service, 'documents'>, { kind, language }: Visit): string[] {
  return (service.documents[kind] ?? []).map(({ text, when }) =>
    when ? `${localText(text, language)}, ${localText(when, language)}` : localText(text, language),
  );
}
