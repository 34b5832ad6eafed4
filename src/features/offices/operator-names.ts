import type { Db, Tx } from '#platform/database.ts';

/** Whether citizens read the first name of who works on their booking; otherwise the office's name. */
export async function namesOperator(db: Db | Tx, officeId: number): Promise<boolean> {
  const { names } = await db
    .selectFrom('office')
    .select('names_operator as names')
    .where('id', '=', officeId)
    .executeTakeFirstOrThrow();
  return names;
}

export async function setNamesOperator(tx: Tx, request: { officeId: number; names: boolean }): Promise<void> {
  await tx.updateTable('office').set({ names_operator: request.names }).where('id', '=', request.officeId).execute();
}
