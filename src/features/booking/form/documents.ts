import { type DocumentToBring, findService, type Office } from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import { type Language, localText } from '#platform/language.ts';

/** What to bring to an appointment, in the reader's language. */
export async function documentsToBring(
  db: Db,
  request: { serviceCode: string; kind: Office['kind']; language: Language },
): Promise<string[]> {
  const service = await findService(db, request.serviceCode);
  return (service?.documents[request.kind] ?? []).map((document) => inWords(document, request.language));
}

function inWords({ text, when }: DocumentToBring, language: Language): string {
  return when ? `${localText(text, language)} (${localText(when, language)})` : localText(text, language);
}
