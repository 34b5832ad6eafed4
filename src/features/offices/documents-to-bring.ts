import type { Db, Tx } from '#platform/database.ts';
import { type Language, localText } from '#platform/language.ts';
import { findOffering, type Offering } from './offering.query.ts';
import { findService, type Service } from './service.query.ts';
import type { OfficeKind } from './tables.ts';
import { casesInWords } from './visit/case-words.text.ts';
import { type DocumentToBring, neededFor, type VisitFacts } from './visit/document-case.ts';

interface Visit {
  readonly kind: OfficeKind;
  readonly language: Language;
}

/** One who comes: what is known of the visit, and the name where several come. */
export interface Visitor {
  readonly facts: VisitFacts;
  readonly name?: string | undefined;
}

/** What to bring, in the reader's language: each document with the case it is for. Without visitors the whole list, each document with the case it is for. */
export function documentsInWords(
  service: Pick<Service, 'documents'>,
  { kind, language, visitors = [{ facts: {} }] }: Visit & { visitors?: readonly Visitor[] },
): string[] {
  return (service.documents[kind] ?? []).flatMap((document) => {
    const needs = visitors.map(({ facts }) => neededFor(document.cases ?? [], facts));
    const sure = visitors.filter((_, index) => needs[index] === 'yes');
    const text = localText(document.text, language);
    const when = whenInWords(document, language);
    if (sure.length === 0) return needs.includes('perhaps') ? [when === '' ? text : `${text}, ${when}`] : [];
    // A case in the office's own words only is for the reader to judge.
    const words = document.cases === undefined && when !== '' ? `${text}, ${when}` : text;
    const names = sure.flatMap(({ name }) => (name === undefined ? [] : [name]));
    return [names.length === 0 || names.length === visitors.length ? words : `${words} (${names.join(', ')})`];
  });
}

/** The case a document is for: in the words somebody wrote, else in those of its conditions; empty: always. */
export function whenInWords({ when, cases = [] }: DocumentToBring, language: Language): string {
  return when ? localText(when, language) : casesInWords(cases, language);
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
