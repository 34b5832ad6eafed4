import type { Generated, GeneratedAlways } from 'kysely';
import type { Language } from '#platform/language.ts';
import type { EmailFailureReason } from './account/email-failure.ts';
import type { IdentifiedHow } from './identification.rules.ts';
import type { AccountBlockDecisionTable, AccountBlockTable } from './blocks/block-tables.ts';
import type { LocalAccountRuleTable, LocalAccountWarningTable } from './local-accounts/local-account-tables.ts';
import type { LoginLevel, LoginScheme, RoleName } from './viewer.ts';
import type {
  AccessRuleTable,
  AuthenticatorAppTable,
  HalfLoginTable,
  KeptWorkTable,
  OfficeHandOverTable,
  PasskeyChallengeTable,
  PasskeyTable,
  RecoveryCodeTable,
  SecondFactorAskedTable,
} from './work-tables.ts';

declare module '#platform/database.ts' {
  interface Tables {
    account: AccountTable;
    account_role: AccountRoleTable;
    account_identity: AccountIdentityTable;
    local_account_rule: LocalAccountRuleTable;
    local_account_warning: LocalAccountWarningTable;
    session: SessionTable;
    email_proof: EmailProofTable;
    login_failure: LoginFailureTable;
    email_failure: EmailFailureTable;
    account_block: AccountBlockTable;
    account_block_decision: AccountBlockDecisionTable;
    account_alias: AccountAliasTable;
    identification: IdentificationTable;
    account_office_change: AccountOfficeChangeTable;
    access_rule: AccessRuleTable;
    second_factor_asked: SecondFactorAskedTable;
    authenticator_app: AuthenticatorAppTable;
    passkey: PasskeyTable;
    passkey_challenge: PasskeyChallengeTable;
    recovery_code: RecoveryCodeTable;
    half_login: HalfLoginTable;
    kept_work: KeptWorkTable;
    office_hand_over: OfficeHandOverTable;
  }
}

interface AccountTable {
  id: Generated<number>;
  email: string;
  /** that people of an office brought along from another system, to log in with in place of the address */
  user_name: Generated<string | null>;
  email_verified_at: Temporal.Instant | null;
  /** null: nobody can log in with a password */
  password_hash: string | null;
  must_change_password: Generated<boolean>;
  given_name: string;
  family_name: string;
  birth_date: Temporal.PlainDate | null;
  birth_place: string | null;
  codice_fiscale_cipher: Buffer | null;
  codice_fiscale_key: Buffer | null;
  /** keyed hash of who the account's own person is, as in bookings */
  person_key: Generated<Buffer | null>;
  phone: string | null;
  office_id: number | null;
  language: Generated<Language>;
  demo: Generated<boolean>;
  created_at: Temporal.Instant;
  /** its owner closed it: nothing of theirs is left */
  closed_at: Temporal.Instant | null;
  /** until when a block holds at some office; null for nearly everybody */
  restricted_until: Generated<Temporal.Instant | null>;
  /** the day of the last login, written with the session */
  used_on: Generated<Temporal.PlainDate | null>;
  /** since when its owner knows that it will be closed, because nobody uses it */
  unused_warned_on: Generated<Temporal.PlainDate | null>;
}

interface AccountRoleTable {
  account_id: number;
  role: RoleName;
  office_id: number | null;
  /** the sites under the office too */
  with_sites: Generated<boolean>;
  /** for whom a helper works */
  organisation?: string | null;
}

interface SessionTable {
  token_hash: Buffer;
  account_id: number;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  /** by which its owner ends it */
  id: GeneratedAlways<string>;
  /** browser and system in words */
  device: Generated<string | null>;
  /** of those who work: the last click, and after how many minutes without one it ends */
  seen_at: Generated<Temporal.Instant | null>;
  idle_minutes: Generated<number | null>;
  /** others use the computer too */
  shared: Generated<boolean>;
  scheme: Generated<LoginScheme>;
  level: Generated<LoginLevel>;
}

/** Whom a federation speaks of, and whose account it is. */
interface AccountIdentityTable {
  id: GeneratedAlways<number>;
  account_id: number;
  scheme: Exclude<LoginScheme, 'local'>;
  /** keyed hash of the codice fiscale, or of the identifier of an eIDAS person */
  subject_key: Buffer;
  provider: string;
  level: LoginLevel;
  linked_at: Temporal.Instant;
  used_at: Temporal.Instant;
}

export type ProofPurpose = 'verify-email' | 'reset-password' | 'change-email';

interface EmailProofTable {
  id: Generated<string>;
  account_id: number;
  purpose: ProofPurpose;
  attempts: Generated<number>;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
  /** of a change of address: the one to be proved, unless it is somebody else's */
  new_email: string | null;
  /** and the one it took the place of */
  old_email: string | null;
}

/** Wrong passwords, by address; addresses without an account are counted alike, so that a lock tells nothing. */
interface LoginFailureTable {
  email_key: Buffer;
  /** '' for strangers; otherwise the mark of a browser that has logged in to this account before */
  device: string;
  failures: number;
  first_at: Temporal.Instant;
  locked_until: Temporal.Instant | null;
}

/** Addresses whose e-mail comes back. */
interface EmailFailureTable {
  /** lower case */
  address: string;
  failed_at: Temporal.Instant;
  /** a mail server took another e-mail since, and it has not come back */
  taken_at: Generated<Temporal.Instant | null>;
  reason: EmailFailureReason;
}

/** That the holder of an account has shown who they are; of one account at most one is not undone. */
interface IdentificationTable {
  id: Generated<string>;
  account_id: number;
  how: IdentifiedHow;
  identified_at: Temporal.Instant;
  identified_by: number | null;
  office_id: number | null;
  undone_at: Generated<Temporal.Instant | null>;
  undone_by: Generated<number | null>;
}

interface AccountOfficeChangeTable {
  id: Generated<string>;
  account_id: number;
  from_office_id: number | null;
  to_office_id: number | null;
  changed_at: Temporal.Instant;
}

/** The address of an account that was merged into another. */
interface AccountAliasTable {
  id: GeneratedAlways<number>;
  /** lower case */
  email: string;
  account_id: number;
  closed_id: number;
  office_id: number | null;
  merged_by: number;
  merged_at: Temporal.Instant;
}
