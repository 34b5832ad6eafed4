export { type AccountProfile, accountProfile } from './account.query.ts';
export { type OwnPerson, ownPeople } from './account/own-person.ts';
export { type Identification, identificationOf, isIdentified } from './account/identified.query.ts';
export { type PersonToIdentify, personToIdentify } from './account/person-to-identify.query.ts';
export { identify, undoIdentification } from './account/identify.ts';
export { type DocumentSeen, documentsSeen, type IdentifiedHow } from './identification.rules.ts';
export { identifiedHowName } from './identification.text.ts';
export { changeOffice } from './account/change-office.ts';
export { mayChangeOfficeFrom, officeChangeRules } from './account/office-change.rules.ts';
export { officeChange, officeChangesOf, officeChangesSince, officeOfAccount } from './account/office-changes.query.ts';
export { addIdentityApi } from './api/routes.ts';
export { addIdentityPages } from './citizen/routes.ts';
export { identityCrontab, identityTasks } from './cleanup.job.ts';
export {
  birthDateOf,
  type CodiceFiscaleFault,
  checkCodiceFiscale,
  makeCodiceFiscale,
  nameFit,
  parseCodiceFiscale,
} from './codice-fiscale/codice-fiscale.ts';
export { codiceFiscaleTexts } from './codice-fiscale/codice-fiscale.text.ts';
export { correctPerson, type PersonDetails } from './account/correct-person.ts';
export { personSchema } from './account/profile-form.ts';
export { isPersonProved, provedDetails } from './account/proved-person.query.ts';
export {
  type Block,
  blockedAt,
  type BlockDecision,
  blocksOf,
  decisionsAbout,
  findBlock,
  findDecision,
} from './blocks/block.query.ts';
export {
  type BlockKind,
  blockKinds,
  type BlockOutcome,
  blockOutcomes,
  isInForce,
  longestReason,
  networkZone,
} from './blocks/block.rules.ts';
export { blockAccount, type BlockPlace, decideBlock } from './blocks/block-account.ts';
export { absorbAccount, type AbsorbRefusal, lockBoth, type MergedBy } from './merge/absorb-account.ts';
export { findMerge, type Merge, mergesInto } from './merge/alias.query.ts';
export { type DoorChange, doorChanges } from './doors/tell-of-door.ts';
export type { Door, Doors, DoorScheme } from './doors/door.ts';
export { localAccountRule, setLocalAccountRule, hasEndedAt } from './local-accounts/local-account-rule.query.ts';
export type { LocalAccountRule } from './local-accounts/local-account.rules.ts';
export { addressOf } from './doors/no-address.ts';
export { ownDoors } from './doors/own-doors.query.ts';
export { addArrivals } from './doors/arrival.ts';
export type { DoorRefusal, JoinAccounts, JoinRefusal } from './doors/enter-by-door.ts';
export { beginIntent, type Intent, readIntent, signIntent } from './doors/intent.ts';
export { isFromAbroad, provedAbroad, type ProvedAbroad } from './doors/proved-abroad.ts';
export { type EndProvedLogin, proveAndLogIn, type ProvedLogin, type ProvedPerson } from './doors/proved-login.ts';
export { closeAccount } from './account/close-account.ts';
export { demoSessions } from './session/demo-sessions.ts';
export {
  emailFailure,
  type EmailFailureReason,
  noteEmailFailed,
  noteEmailTaken,
  noteEmailWorks,
} from './account/email-failure.ts';
export { codiceFiscaleField, emailField, fieldMessages, nameField, phoneField } from './fields.ts';
export {
  requireNetworkAdmin,
  requireOfficeRole,
  requireOfficeTask,
  requireSureLogin,
  requireVerified,
  requireViewer,
} from './guards.ts';
export { invitePerson, type Invitation, sendInvitationAgain } from './roles/invite-person.ts';
export { administratorSchema } from './roles/administrator-form.ts';
export { giveAdministration, openAdministrator } from './roles/open-administrator.ts';
export { createFirstAdmin } from './roles/create-first-admin.ts';
export { type AfterLogin, endSession, logBrowserIn } from './session/open-session.ts';
export { ownPasswordFault } from './password/own-password.ts';
export { hashPassword } from './password/password.ts';
export { likenessKey, personKey, type WhoSomebodyIs } from './person-key.ts';
export { personName } from './person-name.ts';
export { proofCode, proofPath } from './proofs.ts';
export { accountName, type PersonWithRoles, peopleWithRoles, rolesAt } from './roles/people-with-roles.query.ts';
export { type PersonWhoReaches, placesOf, whoReaches } from './roles/who-reaches.query.ts';
export { reachSites } from './roles/reach-sites.ts';
export {
  answerHandOver,
  askHandOver,
  findHandOver,
  type HandOver,
  type HandOverRefusal,
  withdrawHandOver,
} from './roles/hand-over.ts';
export * from './second-factor/offered.ts';
export { removeRole } from './roles/remove-role.ts';
export {
  isEverywhere,
  isNetworkAdmin,
  isOperator,
  mayDo,
  mayDoWithSites,
  officesServedBy,
  type OfficeTask,
  officeTasks,
  tasksOf,
  worksAt,
} from './roles/roles.ts';
export { roleName, taskTexts } from './roles/roles.text.ts';
export { createSession } from './session/session.ts';
export { knownDevice } from './session/known-device.ts';
export { addSessions, clearSessionCookie, sessionToken } from './session/session-hook.ts';
export {
  forgetTypedPerson,
  rememberTypedPerson,
  type TypedPerson,
  typedPerson,
} from './account/typed-person-cookie.ts';
export type { LoginLevel, LoginScheme, RoleName, Viewer } from './viewer.ts';
export {
  accountsNamed,
  administrator,
  bringOperator,
  type BroughtOperator,
  type BroughtOutcome,
} from './bulk/bring-operator.ts';
export { networkRoles, officeRoles } from './viewer.ts';
