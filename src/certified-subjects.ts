import { certifiedClearance } from '#features/booking/index.ts';
import type { CertifiedSubjects } from '#features/certified-mail/index.ts';
import { certifiedActivation } from '#features/office-admin/index.ts';

/** What is sent by certified e-mail, one line per subject: who writes it, and who hears what became of it. */
export const certifiedSubjects: CertifiedSubjects = {
  activation: certifiedActivation,
  clearance: certifiedClearance,
};
