import type { Db } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import '../tables.ts';

export interface CertifiedFile {
  readonly name: string;
  readonly content: Buffer;
}

interface Of {
  readonly about: string;
  readonly aboutId: string | number;
}

/** A receipt as the provider signed it, to be kept as proof; only one about the row it is asked for. */
export async function certifiedReceiptFile(
  db: Db,
  secrets: Secrets,
  { about, aboutId, receiptId }: Of & { receiptId: string },
): Promise<CertifiedFile | undefined> {
  if (!/^\d{1,18}$/.test(receiptId)) return undefined;
  const found = await db
    .selectFrom('certified_receipt as r')
    .innerJoin('certified_message as m', 'm.id', 'r.message_id')
    .select(['r.message_id as messageId', 'r.kind', 'r.raw_cipher as raw', 'm.mark'])
    .where('r.id', '=', receiptId)
    .where('m.about', '=', about)
    .where('m.about_id', '=', String(aboutId))
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const content = secrets.open(found.raw, `certified-receipt ${found.messageId}`);
  return { name: `${found.kind}-${found.mark}.eml`, content };
}

/** A file that came with an answer. */
export async function certifiedAnswerFile(
  db: Db,
  secrets: Secrets,
  { about, aboutId, answerId, position }: Of & { answerId: string; position: string },
): Promise<CertifiedFile | undefined> {
  if (!/^\d{1,18}$/.test(answerId) || !/^\d{1,3}$/.test(position)) return undefined;
  const found = await db
    .selectFrom('certified_answer_file as f')
    .innerJoin('certified_answer as a', 'a.id', 'f.answer_id')
    .innerJoin('certified_message as m', 'm.id', 'a.message_id')
    .select(['f.name_cipher as name', 'f.content_cipher as content'])
    .where('f.answer_id', '=', answerId)
    .where('f.position', '=', Number(position))
    .where('m.about', '=', about)
    .where('m.about_id', '=', String(aboutId))
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const content = secrets.open(found.content, `certified-answer ${answerId} ${Number(position)}`);
  return { name: secrets.decrypt(found.name), content };
}
