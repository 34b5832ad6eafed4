import { arrangementWords, calendarEntry, papersOf } from '#features/booking/index.ts';
import type { Language } from '#platform/language.ts';
import { type Block, list, text, title } from '../letter.ts';
import { appointmentTexts } from './appointment.text.ts';
import type { BookingFacts } from './booking-facts.query.ts';

/** Documents, proofs and money to bring. */
export function whatToBring(facts: BookingFacts, language: Language): Block[] {
  const a = appointmentTexts.for(language);
  const { documents, toKnow, fee } = papersOf(facts.visit, language);
  return [
    title(a('documents')),
    documents.length > 0 ? list(documents) : text(a('documentsUnknown')),
    ...arrangementWords(facts.arrangement, language).map(text),
    ...(toKnow.length > 0 ? [title(a('toKnow')), list(toKnow)] : []),
    ...(fee.length > 0 ? [title(a('fee')), ...fee.map(text)] : []),
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
    documents: papersOf(facts.visit, language).documents,
  };
  const file = calendarEntry(entry, { publicUrl, language });
  const contentType = `text/calendar; charset=utf-8; method=${file.method}`;
  return { filename: `${facts.code}.ics`, content: file.content, contentType };
}
