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
export { certifiedMailCrontab, certifiedMailTasks } from './tasks.ts';
