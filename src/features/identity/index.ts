export { type AccountProfile, accountProfile } from './account.query.ts';
export { addIdentityApi } from './api/routes.ts';
export { addIdentityPages } from './citizen/routes.ts';
export { identityCrontab, identityTasks } from './cleanup.job.ts';
export { type CodiceFiscaleFault, checkCodiceFiscale, makeCodiceFiscale } from './codice-fiscale.ts';
export { codiceFiscaleTexts } from './codice-fiscale.text.ts';
export { closeAccount } from './close-account.ts';
export { demoSessions } from './demo-sessions.ts';
export {
  emailFailure,
  type EmailFailureReason,
  noteEmailFailed,
  noteEmailTaken,
  noteEmailWorks,
} from './email-failure.ts';
export { emailField, fieldMessages, nameField, phoneField } from './fields.ts';
export {
  requireNetworkAdmin,
  requireOfficeRole,
  requireOfficeTask,
  requireOwnPassword,
  requireVerified,
  requireViewer,
} from './guards.ts';
export { invitePerson, type Invitation, sendInvitationAgain } from './invite-person.ts';
export { createFirstAdmin } from './create-first-admin.ts';
export type { AfterLogin } from './open-session.ts';
export { ownPasswordFault } from './own-password.ts';
export { hashPassword } from './password.ts';
export { personKey } from './person-key.ts';
export { personName } from './person-name.ts';
export { proofCode, proofPath } from './proofs.ts';
export { accountName, type PersonWithRoles, peopleWithRoles, rolesAt } from './people-with-roles.query.ts';
export { removeRole } from './remove-role.ts';
export { isNetworkAdmin, isOperator, mayDo, type OfficeTask, officeTasks, tasksOf } from './roles.ts';
export { roleName, taskTexts } from './roles.text.ts';
export { createSession } from './session.ts';
export { addSessions, clearSessionCookie } from './session-hook.ts';
export type { RoleName, Viewer } from './viewer.ts';
