import { proofCode, proofPath } from '#features/identity/index.ts';
import { action, code, type Letter, link, text } from '../letter.ts';
import { type Proof, type Setting, until } from './account-letters.ts';
import { securityLetterTexts } from './security-letters.text.ts';

/** Too many wrong passwords: the lock, and the link that lifts it at once. */
export function accountLockedLetter(proof: Proof, { language, secrets, publicUrl }: Setting): Letter {
  const t = securityLetterTexts.for(language);
  return {
    subject: t('lockedSubject'),
    heading: t('lockedHeading'),
    blocks: [
      text(t('lockedIntro')),
      text(t('lockedSafe')),
      text(t('lockedWay')),
      action(t('lockedAction'), publicUrl + proofPath(secrets, 'reset-password', proof.id)),
      text(t('lockedUntil', until(proof, language))),
      link(t('lockedHelp'), `${publicUrl}/login/help#locked`),
    ],
  };
}

/** To the address that is to become an account's own. */
export function changeEmailLetter(proof: Proof, { language, secrets, publicUrl }: Setting): Letter {
  const t = securityLetterTexts.for(language);
  const digits = proofCode(secrets, proof.id);
  return {
    subject: t('changeSubject', { code: digits }),
    heading: t('changeHeading'),
    blocks: [
      text(t('changeIntro')),
      code(digits),
      link(t('changePage'), `${publicUrl}/profile/email`),
      text(t('changeUntil', until(proof, language))),
      text(t('changeNotYou')),
    ],
  };
}

/** To the address that was an account's own. */
export function emailChangedLetter({ language, publicUrl }: Setting): Letter {
  const t = securityLetterTexts.for(language);
  return {
    subject: t('changedSubject'),
    heading: t('changedHeading'),
    blocks: [text(t('changedIntro')), text(t('changedNotYou')), link(t('changedHelp'), `${publicUrl}/help`)],
  };
}
