import {
  type Block,
  type BlockDecision,
  blocksOf,
  decisionsAbout,
  isInForce,
  networkZone,
} from '#features/identity/index.ts';
import { type OfficePause, pausesOf } from '#features/booking/index.ts';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { officeNamesOf } from './account.query.ts';
import { type Appeal, appealsOf } from './appeals/appeal.query.ts';

/** A block with its office, what was answered to it and what was decided. */
export interface BlockCase {
  readonly block: Block;
  /** null: every office */
  readonly office: { readonly name: LocalText; readonly code: string } | null;
  readonly zone: string;
  readonly inForce: boolean;
  /** the newest first */
  readonly appeals: readonly Appeal[];
  readonly decisions: readonly BlockDecision[];
}

/** A pause after appointments missed, and what was answered to it. */
export interface PauseCase {
  readonly pause: OfficePause;
  /** the last appointment missed: the pause is known by it */
  readonly bookingId: string;
  readonly appeal: Appeal | undefined;
  readonly zone: string;
}

interface Whose {
  readonly accountId: number;
  readonly now: Temporal.Instant;
}

/** The blocks of an account, those in force first. */
export async function blockCases(db: Db, secrets: Secrets, { accountId, now }: Whose): Promise<BlockCase[]> {
  const blocks = await blocksOf(db, secrets, accountId);
  if (blocks.length === 0) return [];
  const appeals = await appealsOf(db, secrets, accountId);
  const offices = await officeNamesOf(
    db,
    blocks.map(({ officeId }) => officeId),
  );
  const cases = await Promise.all(
    blocks.map(async (block): Promise<BlockCase> => {
      const office = block.officeId === null ? undefined : offices.get(block.officeId);
      return {
        block,
        office: office ?? null,
        zone: office?.timeZone ?? networkZone,
        inForce: isInForce(block, now),
        appeals: appeals.filter(({ blockId }) => blockId === block.id),
        decisions: await decisionsAbout(db, secrets, block.id),
      };
    }),
  );
  return cases.toSorted((a, b) => Number(b.inForce) - Number(a.inForce));
}

/** The pauses of an account today. */
export async function pauseCases(db: Db, secrets: Secrets, { accountId, now }: Whose): Promise<PauseCase[]> {
  const pauses = await pausesOf(db, { accountId, now });
  if (pauses.length === 0) return [];
  const appeals = await appealsOf(db, secrets, accountId);
  const offices = await officeNamesOf(
    db,
    pauses.map(({ officeId }) => officeId),
  );
  return pauses.map((pause) => {
    const bookingId = pause.missed[0]?.bookingId ?? '';
    const zone = offices.get(pause.officeId)?.timeZone ?? networkZone;
    return { pause, bookingId, zone, appeal: appeals.find((appeal) => appeal.bookingId === bookingId) };
  });
}
