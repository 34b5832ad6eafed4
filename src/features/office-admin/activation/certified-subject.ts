import { z } from 'zod';
import type { CertifiedSubject } from '#features/certified-mail/index.ts';
import { networkZone } from '#features/identity/index.ts';
import { clockTime, dayIn, withArticle } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { localText } from '#platform/language.ts';
import { type Activation, activationById, activationPath } from './activation.ts';
import { activationLetterTexts } from './activation-letter.text.ts';

const payloadSchema = z.object({ about: z.literal('activation'), activationId: z.int() });

/** What asks for the certified e-mail with an office's link. */
export type CertifiedActivation = z.output<typeof payloadSchema>;

/** An office's activation as a subject of certified e-mail. A link that is used or taken back is sent no more. */
export const certifiedActivation: CertifiedSubject = {
  async write(deps, payload) {
    const { activationId } = payloadSchema.parse(payload);
    const activation = await activationById(deps.db, activationId);
    const isOver = activation === undefined || activation.usedAt !== null || activation.withdrawnAt !== null;
    if (isOver || Temporal.Instant.compare(activation.expiresAt, deps.clock.now()) <= 0) return undefined;
    const letter = activationLetter(deps, activation);
    const dedupe = `activation:${activation.id}`;
    return { ...letter, officeId: activation.officeId, aboutId: activation.id, dedupe, to: activation.recipient };
  },
};

/** The text with the link, as it is sent or handed to whoever sends it; in Italian, as a public office is written to. */
export function activationLetter(
  { secrets, config }: Pick<Deps, 'secrets' | 'config'>,
  activation: Activation,
): { subject: string; text: string } {
  const t = activationLetterTexts.for('it');
  const name = localText(activation.officeName, 'it');
  const { expiresAt } = activation;
  const text = [
    t('greeting', { office: name }),
    t('why', { site: config.publicUrl }),
    `${config.publicUrl}${activationPath(secrets, activation)}`,
    t('who'),
    t('what'),
    t('until', {
      day: withArticle('al', dayIn(expiresAt, networkZone), 'it'),
      time: clockTime(expiresAt, networkZone),
    }),
    t('not'),
  ].join('\n\n');
  return { subject: t('subject', { office: name }), text };
}
