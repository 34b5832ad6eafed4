import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** The first person of a booking, or each of those who come along. */
export type AskedOf = 'applicant' | 'companion';

export const controls = ['text', 'date', 'choice'] as const;
export type Control = (typeof controls)[number];

export interface QuestionOption {
  readonly code: string;
  readonly label: LocalText;
}

/** What an office asks of people beyond their data. */
export interface Question {
  readonly id: number;
  /** unique within the offering; answers are kept and sent under it */
  readonly code: string;
  readonly askedOf: readonly AskedOf[];
  readonly control: Control;
  readonly label: LocalText;
  readonly hint: LocalText | null;
  readonly mandatory: boolean;
  /** characters of a text, as people count them */
  readonly maxLength: number;
  /** that the whole of a text must fit; see `readPattern` */
  readonly pattern: string | null;
  /** what people read when it does not */
  readonly patternMessage: LocalText | null;
  /** of a choice */
  readonly options: readonly QuestionOption[];
}

/** The questions of an offering, in their order. */
export async function questionsOf(db: Db | Tx, offeringId: number): Promise<Question[]> {
  return questions(db).where('offering_id', '=', offeringId).execute();
}

/** The questions of all offerings of an office, by offering. */
export async function questionsOfOffice(db: Db, officeId: number): Promise<ReadonlyMap<number, Question[]>> {
  const rows = await questions(db)
    .innerJoin('offering', 'offering.id', 'question.offering_id')
    .select('question.offering_id as offeringId')
    .where('offering.office_id', '=', officeId)
    .execute();
  return Map.groupBy(rows, ({ offeringId }) => offeringId);
}

/** Whom a question is put to, by the place in the party. */
export function askedAt(position: number): AskedOf {
  return position === 0 ? 'applicant' : 'companion';
}

function questions(db: Db | Tx) {
  return db
    .selectFrom('question')
    .select([
      'question.id',
      'question.code',
      'question.asked_of as askedOf',
      'question.control',
      'question.label',
      'question.hint',
      'question.mandatory',
      'question.max_length as maxLength',
      'question.pattern',
      'question.pattern_message as patternMessage',
      'question.options',
    ])
    .orderBy('question.position')
    .orderBy('question.id');
}
