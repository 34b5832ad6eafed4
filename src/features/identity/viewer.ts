import type { Language } from '#platform/language.ts';
import type { Idle } from './own-sessions/idle.ts';
import type { EmailFailureReason } from './account/email-failure.ts';

export const officeRoles = ['helper', 'operator', 'officer', 'planner-manager', 'office-admin'] as const;
export const networkRoles = ['network-admin', 'auditor', 'integration'] as const;

export type RoleName = (typeof officeRoles)[number] | (typeof networkRoles)[number];

export interface HeldRole {
  readonly role: RoleName;
  /** null only for the roles of the whole network */
  readonly officeId: number | null;
  readonly officeCode: string | null;
  /** The sites under the office, where the role was given with them. */
  readonly siteIds?: readonly number[] | null;
}

/** How somebody has logged in: e-mail and password, or one of the federations. */
export type LoginScheme = 'local' | 'spid' | 'cie' | 'eidas';

/** How surely: a password is 1, a second factor 2, a card 3; the levels of SPID and CIE are theirs. */
export type LoginLevel = 1 | 2 | 3;

/** Of a citizen of a consular office: dates of law. */
export interface PasswordEnd {
  readonly lastDay: Temporal.PlainDate;
  /** it is past: nothing but the way over to SPID and CIE is open */
  readonly over: boolean;
}

/** Who makes the request: an account with a live session. */
export interface Viewer {
  readonly accountId: number;
  /** how this session was opened, and its level */
  readonly scheme: LoginScheme;
  readonly level: LoginLevel;
  /** empty: opened by SPID or CIE, and no address given yet */
  readonly email: string;
  readonly emailVerified: boolean;
  /** Why e-mail to the address comes back; null when it does not. */
  readonly emailFailure: EmailFailureReason | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: Language;
  readonly mustChangePassword: boolean;
  /** Until when new bookings are blocked at some office; null when they are not, or no longer. */
  readonly restrictedUntil: Temporal.Instant | null;
  readonly roles: readonly HeldRole[];
  /** The last day of the password this session was opened with, from when people are told; null while there is none. */
  readonly passwordEnd: PasswordEnd | null;
  /** What the second factor of somebody who works lacks in this session; null when nothing does. */
  readonly secondFactor: LackingFactor | null;
}

/**
 * `asked`: one must be added by then. `to-add`: that time is over. `to-prove`: there is one, and this login did not ask for
 * it. With the latter two nobody works.
 */
export interface LackingFactor {
  readonly state: 'asked' | 'to-add' | 'to-prove';
  /** null when there is one */
  readonly until: Temporal.Instant | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** null when nobody is logged in */
    viewer: Viewer | null;
    /** The viewer came with an Authorization header: no cookie, so no CSRF token is needed. */
    bearer: boolean;
    /** How long the session lasts without a click; null when only its end ends it. */
    idle: Idle | null;
    /** Whom the automatic logout came upon: nobody is logged in any more. */
    ended: Viewer | null;
  }
}
