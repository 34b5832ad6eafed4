import { isOperator, isPersonProved, type Viewer } from '#features/identity/index.ts';
import type { Db } from '#platform/database.ts';

/** Nothing is asked of who works at an office, nor of people whom an office knows. */
export async function isExempt(db: Db, viewer: Viewer | null): Promise<boolean> {
  if (viewer === null) return false;
  return isOperator(viewer) || isPersonProved(db, viewer.accountId);
}
