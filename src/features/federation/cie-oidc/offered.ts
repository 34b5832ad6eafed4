export { readConversations } from './log/login-log.ts';
export {
  acceptAnchorKeys,
  acceptTrustMark,
  anchorKeys,
  changeKeys,
  cieOidcFaults,
  type KeyStep,
} from './own/change-membership.ts';
export { keepMembership as keepCieMembership } from './own/membership.ts';
export { cieMembershipReport, resolvedCieProvider } from './own/membership-report.ts';
export { makeOwnKeys as makeCieKeys } from './own/own-keys.ts';
export { addCieOidc, cieOidcDoors, endCieOidc } from './routes.ts';
export { cieOidcCrontab, cieOidcTasks } from './tasks.ts';
