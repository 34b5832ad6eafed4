import { z } from 'zod';

/** A number of days, at least so many; 0 keeps for ever. */
const keptDays = (least: number) =>
  z.coerce
    .number()
    .int()
    .max(36_500)
    .refine((days) => days === 0 || days >= least, `must be 0 (for ever), or ${least} at least`);

export const keepingEnvironment = {
  TURNO_KEEP_PHOTOS_DAYS: z.coerce.number().int().min(0).max(365).default(30),
  // Mailboxes are looked into for 180 days after a message: it must be known for as long.
  TURNO_KEEP_CERTIFIED_DAYS: z.coerce.number().int().min(180).max(3650).default(365),
  // Two years of what was done with somebody's data can always be asked for.
  TURNO_KEEP_AUDIT_DAYS: z.coerce.number().int().min(730).max(36_500).default(1_825),
  // Rules about absences look back two years.
  TURNO_KEEP_BOOKINGS_DAYS: keptDays(731).default(1_096),
  TURNO_KEEP_ACCOUNTS_DAYS: keptDays(365).default(1_096),
};

/** For how many days personal data are kept. */
export interface KeepingSettings {
  /** Photos, and what was said of delivery, are deleted so many days after the appointment. */
  readonly keepPhotosDays: number;
  /** Certified e-mail is deleted so many days after the last that was sent, came or was settled. */
  readonly keepCertifiedDays: number;
  /** The log of what operators did is deleted so many days after it was written. */
  readonly keepAuditDays: number;
  /** People are taken out of appointments so many days after they ended; 0: never. */
  readonly keepBookingsDays: number;
  /** Accounts of citizens are closed so many days after their last login, a month after a warning; 0: never. */
  readonly keepAccountsDays: number;
}

export function keepingSettings(e: { [Name in keyof typeof keepingEnvironment]: number }): KeepingSettings {
  return {
    keepPhotosDays: e.TURNO_KEEP_PHOTOS_DAYS,
    keepCertifiedDays: e.TURNO_KEEP_CERTIFIED_DAYS,
    keepAuditDays: e.TURNO_KEEP_AUDIT_DAYS,
    keepBookingsDays: e.TURNO_KEEP_BOOKINGS_DAYS,
    keepAccountsDays: e.TURNO_KEEP_ACCOUNTS_DAYS,
  };
}
