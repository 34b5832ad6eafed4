import { codeInGroups, invitationPath, type InvitationToTell } from '#features/booking/index.ts';
import { dayIn, dayMonthYear } from '#platform/dates.ts';
import { isLanguage, type Language, localText, writtenLanguages } from '#platform/language.ts';
import { action, code, type Letter, text, translation } from '../letter.ts';
import { invitationLetterTexts } from './invitation-letter.text.ts';

/** The languages an invitation is written in: the one chosen for the person, or the office's, the first before the others. */
export function lettersLanguages(
  invitation: Pick<InvitationToTell, 'language' | 'officeLanguages'>,
): readonly [Language, ...Language[]] {
  if (invitation.language !== null) return [invitation.language];
  const first = invitation.officeLanguages.find(isLanguage) ?? 'it';
  const others = new Set<Language>([...writtenLanguages, ...invitation.officeLanguages.filter(isLanguage)]);
  return [first, ...[...others].filter((language) => language !== first)];
}

/** The code that opens a service by invitation, with the way to it. */
export function serviceInvitationLetter(invitation: InvitationToTell, { publicUrl }: { publicUrl: string }): Letter {
  const [language, ...others] = lettersLanguages(invitation);
  const letter = inOneLanguage(invitation, { language, publicUrl });
  const rest = others.map((other) => ({ other, letter: inOneLanguage(invitation, { language: other, publicUrl }) }));
  return {
    ...letter,
    subject: [letter, ...rest.map((one) => one.letter)].map(({ subject }) => subject).join(' / '),
    blocks: [...letter.blocks, ...rest.map((one) => translation(one.other, one.letter))],
  };
}

function inOneLanguage(
  invitation: InvitationToTell,
  { language, publicUrl }: { language: Language; publicUrl: string },
): Letter {
  const t = invitationLetterTexts.for(language);
  const { officeCode, serviceCode, person, note, timeZone, validUntil } = invitation;
  const office = localText(invitation.officeName, language);
  const service = localText(invitation.serviceName, language);
  const grouped = codeInGroups(invitation.code);
  // The first instant that is too late is a midnight: the day before is the last one.
  const last = dayIn(validUntil.subtract({ seconds: 1 }), timeZone);
  return {
    subject: t('subject', { service }),
    heading: t('heading', { service }),
    blocks: [
      text(person === null ? t('intro', { office }) : t('introNamed', { office, person })),
      code(grouped),
      action(t('action'), `${publicUrl}${invitationPath(officeCode, serviceCode)}?code=${grouped}`),
      text(t('until', { day: dayMonthYear(last, language) })),
      ...(note === null ? [] : [text(t('note', { note }))]),
    ],
  };
}
