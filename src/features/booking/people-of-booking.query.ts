import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Relationship } from './people.rules.ts';
import { keptVisit, type PersonVisit } from './visit/person-visit.ts';
import { type GivenAnswer, keptAnswers } from './questions/answer.ts';

export interface PersonOfBooking {
  /** stays theirs when others leave the party */
  readonly position: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate | null;
  readonly birthPlace: string | null;
  readonly relationship: Relationship;
  readonly codiceFiscale: string | null;
  /** to the office's questions */
  readonly answers: readonly GivenAnswer[] | null;
  /** what the list of documents depends on */
  readonly visit: PersonVisit | null;
}

type Row = Omit<PersonOfBooking, 'codiceFiscale' | 'answers' | 'visit'> & {
  bookingId: string;
  cipher: Buffer | null;
  answersCipher: Buffer | null;
  visitCipher: Buffer | null;
};

/** The people of some bookings, in the order in which they were written. */
export async function peopleOfBookings(
  db: Db | Tx,
  secrets: Secrets,
  bookingIds: readonly string[],
): Promise<Map<string, PersonOfBooking[]>> {
  const { rows } = await sql<Row>`
    SELECT booking_id AS "bookingId", position, given_name AS "givenName", family_name AS "familyName", birth_date AS "birthDate",
           birth_place AS "birthPlace", relationship, codice_fiscale_cipher AS cipher, answers_cipher AS "answersCipher",
           visit_cipher AS "visitCipher"
    FROM booking_person WHERE booking_id = ANY (${bookingIds}::bigint[]) ORDER BY booking_id, position`.execute(db);
  const people = new Map<string, PersonOfBooking[]>();
  for (const { bookingId, cipher, answersCipher, visitCipher, ...person } of rows) {
    const codiceFiscale = cipher && secrets.decrypt(cipher);
    const answers = answersCipher && keptAnswers(secrets.decrypt(answersCipher));
    const visit = visitCipher && keptVisit(secrets.decrypt(visitCipher));
    people.set(bookingId, [...(people.get(bookingId) ?? []), { ...person, codiceFiscale, answers, visit }]);
  }
  return people;
}
