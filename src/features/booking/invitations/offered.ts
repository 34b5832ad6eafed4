export { codeInGroups } from './invitation-code.ts';
export {
  type Invitation,
  invitationsOf,
  type InvitationState,
  invitationToTell,
  type InvitationToTell,
} from './invitation.query.ts';
export { invitationPath } from './invitation-box.tsx';
export { mayAsk, mayLook } from './invited.ts';
export { type Invited, makeInvitations, revokeInvitation } from './make-invitations.ts';
