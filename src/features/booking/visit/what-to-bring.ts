import {
  documentsInWords,
  type Fees,
  feeInWords,
  type OfficeKind,
  type Service,
  type Validity,
} from '#features/offices/index.ts';
import { withArticle } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { validUntil } from './validity.rules.ts';
import { visitTexts } from './visit.text.ts';
import { birthDateKnown, factsOf, type VisitingPerson } from './visit-facts.ts';

/** A booking, or one that is about to be made, as far as its papers depend on it. */
export interface Visit {
  readonly kind: OfficeKind;
  readonly service: Pick<Service, 'documents' | 'fee' | 'rules'>;
  readonly reason: string | null;
  /** of the appointment, on the office's calendar */
  readonly day: Temporal.PlainDate;
  readonly people: readonly VisitingPerson[];
  /** as they were when it was booked; null: the text says what it costs */
  readonly fees: Fees | null;
  /** Somebody else collects the document. */
  readonly delegate?: boolean | undefined;
}

/** What people read of a visit's papers: what to bring, what to know, what it costs. */
export interface Papers {
  readonly documents: readonly string[];
  readonly toKnow: readonly string[];
  readonly fee: readonly string[];
}

/** All of it, by what was answered; what nobody said stands there with the case it is for. */
export function papersOf(visit: Visit, language: Language): Papers {
  const { kind, service, people } = visit;
  const visitors = people.map((person) => ({
    facts: factsOf(person, visit),
    ...(people.length > 1 && { name: nameOf(person) }),
  }));
  const text = service.fee?.[kind];
  return {
    documents: documentsInWords(service, { kind, language, ...(visitors.length > 0 && { visitors }) }),
    toKnow: people.flatMap((person) => toKnowOf(person, visit, language)),
    fee: visit.fees
      ? feeInWords(visit.fees, { reason: visit.reason, people: Math.max(people.length, 1), language })
      : text
        ? [localText(text, language)]
        : [],
  };
}

/** Those of one party know each other by their first names. */
function nameOf({ givenName }: VisitingPerson): string {
  return givenName;
}

/** How long the document is valid, and what a minor has to do. */
function toKnowOf(person: VisitingPerson, visit: Visit, language: Language): string[] {
  const validity = visit.service.rules[visit.kind]?.validity;
  const born = birthDateKnown(person, visit.day);
  if (!validity || !born) return [];
  const name = visit.people.length > 1 ? nameOf(person) : 'none';
  return [
    ...minorWords(person, { validity, visit, name, language }),
    validityWords(person, { validity, born, visit, name, language }),
  ];
}

interface Said {
  readonly validity: Validity;
  readonly visit: Visit;
  readonly name: string;
  readonly language: Language;
}

function minorWords(person: VisitingPerson, { validity, visit, name, language }: Said): string[] {
  const { age = 18 } = factsOf(person, visit);
  const { fingerprintsFrom: years } = validity;
  if (age >= 18 || years === undefined) return [];
  return [visitTexts.for(language)(age < years ? 'underAge' : 'fromAge', { name, years })];
}

function validityWords(
  person: VisitingPerson,
  { validity, born, visit, name, language }: Said & { born: Temporal.PlainDate },
): string {
  const t = visitTexts.for(language);
  const { fingerprints } = person.visit ?? {};
  if (fingerprints === 'not-now' && validity.monthsWithoutFingerprints !== undefined)
    return t('withoutFingerprints', { name });
  const last = validUntil(validity, { born, day: visit.day, fingerprints });
  return t('validUntil', { name, until: withArticle('al', last, language) });
}
