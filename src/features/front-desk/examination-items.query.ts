import type { Booking } from '#features/booking/index.ts';
import { findOfferingById, findService, questionsOf, requestedFilesOf } from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** What may be missing from a request: the documents, files and answers that its service asks for, each once. */
export async function itemsToTick(
  db: Db,
  booking: Pick<Booking, 'offeringId' | 'serviceCode' | 'officeKind'>,
): Promise<LocalText[]> {
  const [offering, service, files, questions] = await Promise.all([
    findOfferingById(db, booking.offeringId),
    findService(db, booking.serviceCode),
    requestedFilesOf(db, booking.offeringId),
    questionsOf(db, booking.offeringId),
  ]);
  const documents = offering?.documents ?? service?.documents[booking.officeKind] ?? [];
  const all = [
    ...documents.map(({ text }) => text),
    ...files.map(({ label }) => label),
    ...questions.map(({ label }) => label),
  ];
  return [...new Map(all.map((text) => [text.it, text])).values()];
}
