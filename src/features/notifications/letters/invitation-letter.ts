import { codeInGroups, invitationPath, type InvitationToTell } from '#features/booking/index.ts';
import { dayIn, dayMonthYear } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { action, code, type Letter, text } from '../letter.ts';
import { invitationLetterTexts } from './invitation-letter.text.ts';

/** The code that opens a service by invitation, with the way to it. */
export function serviceInvitationLetter(
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
