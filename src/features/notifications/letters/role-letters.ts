import { proofPath, roleName, rolesAt, type RoleName } from '#features/identity/index.ts';
import { findOfficeById } from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import { dayIn, dayMonthYear } from '#platform/dates.ts';
import { type Language, type LocalText, localText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { action, type Letter, text } from '../letter.ts';
import type { MessageDetail } from '../rules.ts';
import { roleLetterTexts } from './role-letters.text.ts';

interface Setting {
  readonly language: Language;
  readonly secrets: Secrets;
  readonly publicUrl: string;
}

/** Where somebody works, and with which roles when the letter is written. */
export interface Work {
  /** null: in the whole network */
  readonly office: { readonly name: LocalText; readonly timeZone: string } | null;
  readonly roles: readonly RoleName[];
}

/** The work a message speaks of; undefined when it names no office that exists. */
export async function workOf(
  db: Db,
  message: { accountId: number | null; detail: MessageDetail },
): Promise<Work | undefined> {
  const { accountId, detail } = message;
  const { officeId } = detail;
  if (accountId === null || officeId === undefined) return undefined;
  const roles = await rolesAt(db, { accountId, officeId });
  if (officeId === null) return { office: null, roles };
  const office = await findOfficeById(db, officeId);
  return office && { office, roles };
}

/** To somebody who is new: a link to choose a password. Nothing to say when the roles were taken away meanwhile. */
export function roleInvitationLetter(
  proof: { id: string; expiresAt: Temporal.Instant },
  work: Work,
  { language, secrets, publicUrl }: Setting,
): Letter | undefined {
  if (work.roles.length === 0) return undefined;
  const t = roleLetterTexts.for(language);
  const place = placeOf(work, language);
  const day = dayMonthYear(dayIn(proof.expiresAt, work.office?.timeZone ?? 'Europe/Rome'), language);
  return {
    subject: t('invitedSubject', { place }),
    heading: t('invitedHeading'),
    blocks: [
      text(t('invitedIntro', { place })),
      text(t('invitedRoles', { roles: rolesIn(work, language) })),
      text(t('invitedFirst')),
      action(t('invitedAction'), publicUrl + proofPath(secrets, 'reset-password', proof.id)),
      text(t('invitedUntil', { day })),
      text(t('invitedNotYou')),
    ],
  };
}

export function rolesChangedLetter(work: Work, { language, publicUrl }: Setting): Letter {
  const t = roleLetterTexts.for(language);
  const place = placeOf(work, language);
  const now =
    work.roles.length > 0
      ? [
          text(t('changedNow', { place, roles: rolesIn(work, language) })),
          action(t('changedAction'), `${publicUrl}/office`),
        ]
      : [text(t('changedNone', { place }))];
  return {
    subject: t('changedSubject', { place }),
    heading: t('changedHeading'),
    blocks: [...now, text(t('changedWhy'))],
  };
}

function placeOf(work: Work, language: Language): string {
  return work.office === null ? roleLetterTexts.for(language)('network') : localText(work.office.name, language);
}

function rolesIn(work: Work, language: Language): string {
  return new Intl.ListFormat(language).format(work.roles.map((role) => roleName(role, language)));
}
