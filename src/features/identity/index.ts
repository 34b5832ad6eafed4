export { type AccountProfile, accountProfile } from './account.query.ts';
export { addIdentityApi } from './api/api.ts';
export { addIdentityPages } from './citizen/pages.ts';
export { identityCrontab, identityTasks } from './cleanup.job.ts';
export {
  agreesWith,
  birthDateOf,
  type CodiceFiscale,
  type CodiceFiscaleFault,
  checkCodiceFiscale,
  makeCodiceFiscale,
  parseCodiceFiscale,
} from './codice-fiscale.ts';
export { codiceFiscaleTexts } from './codice-fiscale.text.ts';
export { demoSessions } from './demo-sessions.ts';
export { requireCsrf, requireOfficeTask, requireOwnPassword, requireVerified, requireViewer } from './guards.ts';
export type { AfterLogin } from './open-session.ts';
export { hashPassword } from './password.ts';
export { personKey, type WhoSomebodyIs } from './person-key.ts';
export { proofCode, proofPath, proofToken } from './proofs.ts';
export { isOperator, mayDo, type OfficeTask } from './roles.ts';
export { createSession } from './session.ts';
export { addSessions } from './session-hook.ts';
export type { HeldRole, RoleName, Viewer } from './viewer.ts';
