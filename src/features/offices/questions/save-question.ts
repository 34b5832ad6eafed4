import type { Tx } from '#platform/database.ts';
import { brokenConstraint, type Outcome } from '#platform/transaction.ts';
import { placeAtEnd, type Full } from './order.ts';
import type { Question } from './question.query.ts';
import type { RequestedFile } from './requested-file.query.ts';

type Saved = Outcome<object, 'code-taken' | 'unknown' | Full>;

/** Adds a question to an offering, at the end, or changes one; answers given before keep what they were given to. */
export async function saveQuestion(
  tx: Tx,
  request: { offeringId: number; id: number | null; question: Omit<Question, 'id'> },
): Promise<Saved> {
  const { offeringId, id, question } = request;
  const columns = {
    code: question.code,
    asked_of: [...question.askedOf],
    control: question.control,
    label: JSON.stringify(question.label),
    hint: question.hint && JSON.stringify(question.hint),
    mandatory: question.mandatory,
    max_length: question.maxLength,
    pattern: question.pattern,
    pattern_message: question.patternMessage && JSON.stringify(question.patternMessage),
    options: JSON.stringify(question.options),
  };
  return savedOnce('question_code', async () => {
    if (id === null) {
      const place = await placeAtEnd(tx, 'question', offeringId);
      if (!place.ok) return place;
      const { position } = place;
      await tx
        .insertInto('question')
        .values({ ...columns, offering_id: offeringId, position })
        .execute();
      return { ok: true };
    }
    const changed = tx.updateTable('question').set(columns).where('id', '=', id).where('offering_id', '=', offeringId);
    const { numUpdatedRows } = await changed.executeTakeFirstOrThrow();
    return numUpdatedRows === 1n ? { ok: true } : { ok: false, reason: 'unknown' };
  });
}

/** Adds a file that an offering asks for, at the end, or changes one. */
export async function saveRequestedFile(
  tx: Tx,
  request: { offeringId: number; id: number | null; file: Omit<RequestedFile, 'id'> },
): Promise<Saved> {
  const { offeringId, id, file } = request;
  const columns = {
    code: file.code,
    label: JSON.stringify(file.label),
    hint: file.hint && JSON.stringify(file.hint),
    mandatory: file.mandatory,
    max_bytes: file.maxBytes,
  };
  return savedOnce('requested_file_code', async () => {
    if (id === null) {
      const place = await placeAtEnd(tx, 'requested_file', offeringId);
      if (!place.ok) return place;
      const { position } = place;
      await tx
        .insertInto('requested_file')
        .values({ ...columns, offering_id: offeringId, position })
        .execute();
      return { ok: true };
    }
    const changed = tx
      .updateTable('requested_file')
      .set(columns)
      .where('id', '=', id)
      .where('offering_id', '=', offeringId);
    const { numUpdatedRows } = await changed.executeTakeFirstOrThrow();
    return numUpdatedRows === 1n ? { ok: true } : { ok: false, reason: 'unknown' };
  });
}

async function savedOnce(constraint: string, save: () => Promise<Saved>): Promise<Saved> {
  try {
    return await save();
  } catch (error) {
    if (brokenConstraint(error) === constraint) return { ok: false, reason: 'code-taken' };
    throw error;
  }
}
