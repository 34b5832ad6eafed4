export {
  type CertifiedAccount,
  certifiedAccountFor,
  certifiedAccountOf,
  type OpenAccount,
  openAccount,
} from './account/account.query.ts';
export {
  type AccountSettings,
  removeCertifiedAccount,
  saveCertifiedAccount,
  type SaveAccountRefusal,
} from './account/save-account.ts';
export { type AccountTrial, tryCertifiedAccount } from './account/try-account.ts';
export { type MailFault, mailFaults } from './mail-fault.ts';
export type { MessageState, ReceiptKind } from './rules.ts';
export type { CertifiedLetter, CertifiedNews, CertifiedSubject, CertifiedSubjects } from './subject.ts';
export { readMailbox, type Reading } from './reading/read-mailbox.ts';
export { certifiedMailCrontab, certifiedMailTasks } from './tasks.ts';
export { type CertifiedFile, certifiedAnswerFile, certifiedReceiptFile } from './shown/certified-file.query.ts';
export { lastRecipient } from './shown/last-recipient.query.ts';
export { countOpenCertified, openCertified, type OpenCertified, settleCertified } from './shown/settle.ts';
export { type CertifiedTrail, certifiedTrails } from './shown/trail.query.ts';
export { certifiedFaultTexts } from './shown/trail.text.ts';
export { CertifiedTrails, type TrailPaths } from './shown/trail.view.tsx';
export { sendCertifiedFile } from './shown/send-file.ts';
