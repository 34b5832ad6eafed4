import { proofCode, proofPath } from '#features/identity/index.ts';
import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { action, code, type Letter, link, text } from '../letter.ts';
import { accountLetterTexts } from './account-letters.text.ts';

export interface Setting {
  readonly language: Language;
  readonly secrets: Secrets;
  readonly publicUrl: string;
}

export interface Proof {
  readonly id: string;
  readonly expiresAt: Temporal.Instant;
}

/** People register from everywhere and belong to no office yet: times are told in the service's own zone, and say so. */
const serviceZone = 'Europe/Rome';

export function verifyEmailLetter(proof: Proof, { language, secrets, publicUrl }: Setting): Letter {
  const t = accountLetterTexts.for(language);
  const digits = proofCode(secrets, proof.id);
  return {
    subject: t('verifySubject', { code: digits }),
    heading: t('verifyHeading'),
    blocks: [
      text(t('verifyIntro')),
      text(t('verifyCode')),
      code(digits),
      text(t('verifyLink')),
      action(t('verifyAction'), publicUrl + proofPath(secrets, 'verify-email', proof.id)),
      text(t('verifyUntil', until(proof, language))),
    ],
  };
}

export function resetPasswordLetter(proof: Proof, { language, secrets, publicUrl }: Setting): Letter {
  const t = accountLetterTexts.for(language);
  return {
    subject: t('resetSubject'),
    heading: t('resetHeading'),
    blocks: [
      text(t('resetIntro')),
      action(t('resetAction'), publicUrl + proofPath(secrets, 'reset-password', proof.id)),
      text(t('resetUntil', until(proof, language))),
      text(t('resetNotYou')),
    ],
  };
}

export function alreadyRegisteredLetter({ language, publicUrl }: Setting): Letter {
  const t = accountLetterTexts.for(language);
  return {
    subject: t('registeredSubject'),
    heading: t('registeredHeading'),
    blocks: [
      text(t('registeredIntro')),
      action(t('registeredLogin'), `${publicUrl}/login`),
      link(t('registeredForgotten'), `${publicUrl}/forgotten-password`),
    ],
  };
}

/** When a proof ends, in words. */
export function until(proof: Proof, language: Language) {
  const day = dayMonthYear(dayIn(proof.expiresAt, serviceZone), language);
  return { day, time: clockTime(proof.expiresAt, serviceZone) };
}
