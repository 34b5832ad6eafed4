import { helpToTell } from '#features/help/index.ts';
import { monthToTell } from '#features/reports/index.ts';
import { findReport } from '#features/site/index.ts';
import { codeToTell, invitationToTell } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { ClaimedMessage } from '../claim-message.ts';
import type { Letter } from '../letter.ts';
import { isStillDue } from '../still-due.rules.ts';
import { attachReceipt, withReceipt } from './attach-receipt.ts';
import { alreadyRegisteredLetter, resetPasswordLetter, verifyEmailLetter } from './account-letters.ts';
import { roleInvitationLetter, rolesChangedLetter, workOf } from './role-letters.ts';
import { accountLockedLetter, changeEmailLetter, emailChangedLetter } from './security-letters.ts';
import { bookingFacts } from './booking-facts.query.ts';
import { monthlyLetter } from './monthly-letter.ts';
import { moveLetter } from './move-letters.ts';
import { withNoShowRule } from './no-show-words.ts';
import { pauseLetter } from './pause-letter.ts';
import { officeMessageLetter } from './office-message-letter.ts';
import { accountUnusedLetter } from './unused-letter.ts';
import { officeChangedLetter } from './office-changed-letter.ts';
import { serviceInvitationLetter } from './invitation-letter.ts';
import { oneTimeCodeLetter } from './one-time-code-letter.ts';
import { lacksSomething } from './completion-letter.ts';
import { doorChangedLetter, passwordEndsLetter } from './door-letters.ts';
import { bookingLetter } from './booking-letters.ts';
import { caseLetter } from './case-letters.ts';
import { clearanceLetter } from './clearance-letters.ts';
import { helpLetter } from './help-letters.ts';
import { photoLetter } from './photo-letters.ts';
import { registrationLetter } from './registration-letters.ts';
import { reportLetter } from './report-letters.ts';
import { openProof } from './open-proof.query.ts';
import { signalLetter } from './signal-letters.ts';
import { ticketLetter } from './ticket-letters.ts';
import { waitingLetter } from './waiting-letters.ts';
import { handOverLetter, secondFactorLetter } from './work-letters.ts';

/** Writes a message from the rows as they are now; undefined when it has nothing to say any more. */
export async function writeLetter(deps: Deps, message: ClaimedMessage): Promise<Letter | undefined> {
  const now = deps.clock.now();
  const setting = { language: message.language, secrets: deps.secrets, publicUrl: deps.config.publicUrl, now };
  switch (message.kind) {
    case 'already-registered':
      return alreadyRegisteredLetter(setting);
    case 'second-factor-changed':
      return secondFactorLetter(message.detail, setting);
    case 'hand-over':
      return handOverLetter(deps.db, message, setting);
    case 'door-changed':
      return doorChangedLetter(message.detail, setting);
    case 'password-ends':
      return passwordEndsLetter(message.detail, setting);
    case 'account-unused':
      return accountUnusedLetter(message.detail, setting);
    case 'office-changed': {
      const { changeId } = message.detail;
      return changeId === undefined ? undefined : officeChangedLetter(deps.db, changeId, setting);
    }
    case 'one-time-code': {
      const { codeId: id } = message.detail;
      const code = id === undefined ? undefined : await codeToTell(deps.db, deps.secrets, { id, now });
      return code && oneTimeCodeLetter(code, setting);
    }
    case 'monthly-report': {
      const { accountId, detail, language } = message;
      const { officeId, month } = detail;
      if (accountId === null || typeof officeId !== 'number' || month === undefined) return undefined;
      const told = await monthToTell(deps.db, deps.secrets, { officeId, accountId, month, language, now });
      return told && monthlyLetter(told, setting);
    }
    case 'invitation': {
      const { invitationId: id } = message.detail;
      const invitation = id === undefined ? undefined : await invitationToTell(deps.db, deps.secrets, { id, now });
      return invitation && serviceInvitationLetter(invitation, setting);
    }
    case 'verify-email':
    case 'reset-password':
    case 'account-locked':
    case 'change-email': {
      const proof = await openProof(deps.db, message.detail.proofId, now);
      return proof && proofLetters[message.kind](proof, setting);
    }
    case 'email-changed':
      return emailChangedLetter(setting);
    case 'invited': {
      const [proof, work] = [await openProof(deps.db, message.detail.proofId, now), await workOf(deps.db, message)];
      return proof && work && roleInvitationLetter(proof, work, setting);
    }
    case 'roles-changed': {
      const work = await workOf(deps.db, message);
      return work && rolesChangedLetter(work, setting);
    }
    case 'accessibility-report':
    case 'accessibility-answer': {
      const { reportId } = message.detail;
      const report = reportId === undefined ? undefined : await findReport(deps.db, deps.secrets, reportId);
      return report && reportLetter(message.kind, report, setting);
    }
    case 'office-message': {
      const { bookingId, detail } = message;
      const facts = bookingId === null ? undefined : await bookingFacts(deps.db, deps.secrets, { id: bookingId });
      return facts && detail.about ? officeMessageLetter(deps, { itemId: detail.about, facts, setting }) : undefined;
    }
    case 'account-blocked':
    case 'block-decided':
    case 'appeal-arrived':
    case 'appeal-decided':
    case 'appeal-outcome':
    case 'change-asked':
    case 'change-decided':
    case 'accounts-merged': {
      const { kind, language, detail } = message;
      return detail.caseId === undefined ? undefined : caseLetter(deps, { kind, caseId: detail.caseId, language });
    }
    case 'clearance-arrived':
    case 'clearance-to-read':
    case 'clearance-reminder':
    case 'clearance-last-day':
      return clearanceLetter(deps, message.kind, message.detail, setting);
    case 'help-received':
    case 'help-waiting':
    case 'help-answered': {
      const { helpMessageId: id } = message.detail;
      const help = id === undefined ? undefined : await helpToTell(deps.db, deps.secrets, id);
      return help && helpLetter(message.kind, help, setting);
    }
    case 'turn-near':
    case 'turn-come':
    case 'ticket-displaced':
    case 'room-over':
    case 'draw-fixed':
    case 'draw-late': {
      const { kind, language, detail } = message;
      const { roomId, number } = detail;
      if (roomId === undefined || number === undefined) return undefined;
      return ticketLetter(deps, { kind, roomId, number, language });
    }
    case 'registration-received':
    case 'registration-changed':
    case 'registration-withdrawn':
    case 'registration-not-drawn':
    case 'registration-cancelled': {
      const { kind, language, detail } = message;
      const { roomId, number } = detail;
      if (roomId === undefined || number === undefined) return undefined;
      return registrationLetter(deps, { kind, roomId, number, language });
    }
    case 'photo-asked':
    case 'photo-not-asked': {
      const { kind, bookingId, language, detail } = message;
      const facts = bookingId === null ? undefined : await bookingFacts(deps.db, deps.secrets, { id: bookingId });
      return facts && detail.about ? photoLetter(deps, { kind, about: detail.about, facts, language }) : undefined;
    }
    case 'signal-notice':
    case 'signal-answered':
      return signalLetter(deps, message.kind, message);
    case 'waiting-joined':
    case 'waiting-offer':
    case 'waiting-lapsed':
    case 'waiting-withdrawn':
    case 'waiting-still-needed':
    case 'waiting-asleep':
    case 'waiting-ended':
    case 'waiting-removed':
    case 'waiting-booked': {
      const { kind, language, detail } = message;
      const { entryId, about } = detail;
      return entryId && about ? waitingLetter(deps, { kind, entryId, about, language }) : undefined;
    }
    case 'move-offered':
    case 'move-no-seat':
    case 'move-expired':
    case 'move-withdrawn':
    case 'request-answered': {
      const { kind, bookingId, language, detail } = message;
      const facts = bookingId === null ? undefined : await bookingFacts(deps.db, deps.secrets, { id: bookingId });
      return facts && detail.about ? moveLetter(deps, { kind, about: detail.about, facts, language }) : undefined;
    }
    default: {
      const facts =
        message.bookingId === null ? undefined : await bookingFacts(deps.db, deps.secrets, { id: message.bookingId });
      if (facts === undefined) return undefined;
      const due = { ...facts, lacksSomething: lacksSomething(facts) };
      if (!isStillDue(message.kind, due, message.detail, now)) return undefined;
      if (message.kind === 'no-show-pause') return pauseLetter(deps, facts, { ...setting, now });
      const written = bookingLetter(message.kind, facts, setting);
      const told = { officeId: facts.office.id, language: message.language };
      const letter = message.kind === 'booked' ? await withNoShowRule(deps.db, written, told) : written;
      return withReceipt.includes(message.kind) ? attachReceipt(letter, facts, setting) : letter;
    }
  }
}

const proofLetters = {
  'verify-email': verifyEmailLetter,
  'reset-password': resetPasswordLetter,
  'account-locked': accountLockedLetter,
  'change-email': changeEmailLetter,
};
