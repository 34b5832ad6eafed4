import { arrangementWords, calendarEntry } from '#features/booking/index.ts';
import { documentsInWords } from '#features/offices/index.ts';
import { type Language, localText } from '#platform/language.ts';
import { type Block, list, text, title } from '../letter.ts';
import { appointmentTexts } from './appointment.text.ts';
import type { BookingFacts } from './booking-facts.query.ts';

/** Documents, proofs and money to bring. */
export function whatToBring(facts: BookingFacts, language: Language): Block[] {
  const a = appointmentTexts.for(language);
  const documents = documentsInWords(facts.service, { kind: facts.office.kind, language });
  const fee = facts.service.fee?.[facts.office.kind];
  return [
    title(a('documents')),
    documents.length > 0 ? list(documents) : text(a('documentsUnknown')),
    ...arrangementWords(facts.arrangement, language).map(text),
    ...(fee ? [title(a('fee')), text(localText(fee, language))] : []),
  ];
}

/** The appointment for the reader's calendar, as an attachment. */
export function calendarFile(facts: BookingFacts, { language, publicUrl }: { language: Language; publicUrl: string }) {
  const { office, service } = facts;
  const entry = {
    ...facts,
    serviceName: service.name,
    officeName: office.name,
    officeAddress: office.address,
    officeCity: office.city,
    timeZone: office.timeZone,
    officePhone: office.phone,
    officeEmail: office.email,
    documents: documentsInWords(service, { kind: office.kind, language }),
  };
  const file = calendarEntry(entry, { publicUrl, language });
  const contentType = `text/calendar; charset=utf-8; method=${file.method}`;
  return { filename: `${facts.code}.ics`, content: file.content, contentType };
}
