import { caseNews } from '#features/account-cases/index.ts';
import {
  bookingNews,
  clearanceNews,
  moveNews,
  photoNews,
  registrationNews,
  waitingNews,
} from '#features/booking/index.ts';
import type { FactorChange, LoginScheme } from '#features/identity/index.ts';
import { ticketNews } from '#features/waiting-room/index.ts';
import type { SignalKind } from './signal-kinds.ts';

/** What bookings ask to be told, and what the clock adds. */
export const bookingKinds = [
  ...bookingNews,
  'confirm-reminder',
  'reminder',
  'pre-check-reminder',
  'completion-reminder',
] as const;
export type BookingKind = (typeof bookingKinds)[number];

/** Messages about another seat that is offered, or about what was asked of the office. */
export const moveKinds = moveNews;
export type MoveKind = (typeof moveKinds)[number];

/** Messages about a photo that the office has looked at. */
export const photoKinds = photoNews;
export type PhotoKind = (typeof photoKinds)[number];

export const proofKinds = [
  'verify-email',
  'reset-password',
  'account-locked',
  'change-email',
  'email-changed',
] as const;
export type ProofKind = (typeof proofKinds)[number];

/** Messages to somebody on a waiting list. */
export const waitingKinds = waitingNews;
export type WaitingKind = (typeof waitingKinds)[number];

/** Messages to somebody in a waiting room. */
export const ticketKinds = ticketNews;
export type TicketKind = (typeof ticketKinds)[number];

/** Messages to somebody who registered for a draw of seats. */
export const registrationKinds = registrationNews;
export type RegistrationKind = (typeof registrationKinds)[number];

/** Messages to the office that answers for a municipality. */
export const clearanceKinds = clearanceNews;
export type ClearanceKind = (typeof clearanceKinds)[number];

/** Messages to somebody who works at an office. */
export const roleKinds = ['invited', 'roles-changed', 'second-factor-changed', 'hand-over'] as const;
export type RoleKind = (typeof roleKinds)[number];

/** A report on accessibility, to those who run the site, and their answer. */
export const reportKinds = ['accessibility-report', 'accessibility-answer'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** A request for help: to whoever wrote, to the office, and its answer. */
export const helpKinds = ['help-received', 'help-waiting', 'help-answered'] as const;
export type HelpKind = (typeof helpKinds)[number];

/** What people decided about an account: to the person, to the office, to who decided before. */
export const caseKinds = caseNews;
export type CaseKind = (typeof caseKinds)[number];

export type MessageKind =
  | CaseKind
  | ClearanceKind
  | BookingKind
  | MoveKind
  | PhotoKind
  | ProofKind
  | RoleKind
  | ReportKind
  | HelpKind
  | 'already-registered'
  | 'door-changed'
  | 'password-ends'
  | 'account-unused'
  | 'office-changed'
  | 'one-time-code'
  | 'invitation'
  | 'monthly-report'
  | WaitingKind
  | RegistrationKind
  | TicketKind
  | SignalKind;

export type MessageStatus = 'queued' | 'sent' | 'failed' | 'dropped' | 'refused' | 'bounced' | 'delivered';

/** What a message speaks of beside its booking or account; never a text. */
export interface MessageDetail {
  /** the appointment's start when the message became due, RFC 3339 */
  readonly startsAt?: string;
  readonly proofId?: string;
  readonly codeId?: string;
  /** the change of office */
  readonly changeId?: string;
  /** the offer or the request that a message of a MoveKind is about; the decision that one of a PhotoKind is */
  readonly about?: string;
  /** the office where somebody works; null: in the whole network */
  readonly officeId?: number | null;
  readonly reportId?: number;
  /** `2026-10`, of the monthly report of `officeId` */
  readonly month?: string;
  /** the row that a message about an account is written from */
  readonly caseId?: number;
  /** the entry of a waiting list; `about` is then an offer, or tells one event from the next */
  readonly entryId?: string;
  readonly helpMessageId?: number;
  /** the request to a municipality, and which round of it */
  readonly clearanceId?: string;
  readonly round?: number;
  /** a ticket of a waiting room */
  readonly roomId?: number;
  readonly number?: number;
  /** a way into the account, and what became of it */
  readonly door?: { readonly change: 'linked' | 'unlinked' | 'joined'; readonly way: LoginScheme };
  /** what became of somebody's second factor */
  readonly factor?: FactorChange;
  readonly handOverId?: number;
  /** the last day of a password, RFC 3339 */
  readonly lastDay?: string;
  /** of somebody to a service that is by invitation */
  readonly invitationId?: number;
}

/** One message for each: written twice, it is kept once. A booking moved to another time is asked and reminded anew. */
export function bookingKey(kind: BookingKind, bookingId: string, startsAt: Temporal.Instant): string {
  if (kind === 'booked' || kind === 'cancelled') return `${kind}:${bookingId}`;
  return `${kind}:${bookingId}:${Math.floor(startsAt.epochMilliseconds / 1000)}`;
}

const retryMinutes = [2, 5, 15, 30, 60, 120, 180, 240, 360, 420];

/**
 * How long after the n-th failed attempt the next one follows: about a day in all, then undefined. A server that refuses
 * for good is asked again too: it may be set up wrong, and that is put right within the day.
 */
export function retryAfter(attempts: number): Temporal.Duration | undefined {
  const minutes = retryMinutes[attempts - 1];
  return minutes === undefined ? undefined : Temporal.Duration.from({ minutes });
}

/** While a message is being sent nobody else tries it: longer than an attempt can last. */
export const lease = Temporal.Duration.from({ minutes: 2 });

/** Whether an e-mail asks to confirm: if it comes back, the booking is the office's matter. */
export function isConfirmation(kind: MessageKind): boolean {
  return kind === 'confirm-request' || kind === 'confirm-reminder';
}

/** What a person can do about e-mail that comes back depends on the subject of its code (RFC 3463). */
export function failureReason(code: string | undefined): 'address' | 'mailbox' | 'other' {
  // 5.4.4 and 5.4.6: nobody answers for the domain, or its servers point at each other.
  if (code === undefined || /^5\.(1\.|4\.[46]$)/.test(code)) return 'address';
  return /^[45]\.2\./.test(code) ? 'mailbox' : 'other';
}
