import { type CaseKind, findAppeal, findChange, officesThatDecide } from '#features/account-cases/index.ts';
import { findBlock, findDecision, findMerge, peopleWithRoles } from '#features/identity/index.ts';
import { findOfficeById } from '#features/offices/index.ts';
import type { Tx } from '#platform/database.ts';
import { isLanguage, type Language } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { NewMessage } from './add-messages.ts';

interface Reader {
  readonly recipient: string;
  readonly language: Language;
  readonly accountId?: number;
}

/** Who is told of a case of an account: the person, who decides, or who has decided. */
export async function caseMessages(
  tx: Tx,
  secrets: Secrets,
  { kind, caseId }: { kind: CaseKind; caseId: number },
): Promise<NewMessage[]> {
  const readers = await readersOf(tx, secrets, kind, caseId);
  return readers.map((reader, index) => ({
    key: `${kind}:${caseId}:${reader.accountId ?? `o${index}`}:${index}`,
    kind,
    accountId: reader.accountId,
    detail: { caseId },
    recipient: reader.recipient,
    language: reader.language,
  }));
}

async function readersOf(tx: Tx, secrets: Secrets, kind: CaseKind, id: number): Promise<readonly Reader[]> {
  switch (kind) {
    case 'account-blocked':
      return person(tx, (await findBlock(tx, secrets, id))?.accountId);
    case 'block-decided':
      return person(tx, (await findDecision(tx, secrets, id))?.accountId);
    case 'appeal-decided':
      return person(tx, (await findAppeal(tx, secrets, id))?.accountId);
    case 'change-decided':
      return person(tx, (await findChange(tx, secrets, id))?.accountId);
    case 'appeal-arrived': {
      const appeal = await findAppeal(tx, secrets, id);
      if (appeal === undefined) return [];
      return appeal.officeId === null ? networkAdmins(tx) : office(tx, appeal.officeId);
    }
    case 'appeal-outcome': {
      const appeal = await findAppeal(tx, secrets, id);
      const block = appeal?.blockId ? await findBlock(tx, secrets, appeal.blockId) : undefined;
      // Who decides reads nothing new.
      return block?.createdBy === appeal?.decidedBy ? [] : person(tx, block?.createdBy);
    }
    case 'change-asked': {
      const change = await findChange(tx, secrets, id);
      const offices = change === undefined ? [] : await officesThatDecide(tx, change.accountId);
      if (change !== undefined && offices.length === 0) return networkAdmins(tx);
      return (await Promise.all(offices.map((one) => office(tx, one)))).flat();
    }
    case 'accounts-merged': {
      const merge = await findMerge(tx, id);
      const [kept] = await person(tx, merge?.keptId);
      return merge && kept ? [kept, { ...kept, recipient: merge.email }] : [];
    }
  }
}

async function person(tx: Tx, accountId: number | undefined): Promise<Reader[]> {
  if (accountId === undefined) return [];
  const row = await tx
    .selectFrom('account')
    .select(['email as recipient', 'language'])
    .where('id', '=', accountId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row ? [{ ...row, accountId }] : [];
}

async function office(tx: Tx, officeId: number): Promise<Reader[]> {
  const found = await findOfficeById(tx, officeId);
  const language = found?.languages.find(isLanguage) ?? 'it';
  return found?.email ? [{ recipient: found.email, language }] : [];
}

async function networkAdmins(tx: Tx): Promise<Reader[]> {
  const people = await peopleWithRoles(tx, null);
  const admins = people.filter(({ roles, hasPassword }) => hasPassword && roles.includes('network-admin'));
  return (await Promise.all(admins.map(({ accountId }) => person(tx, accountId)))).flat();
}
