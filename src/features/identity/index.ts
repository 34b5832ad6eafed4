export { requireCsrf, requireOfficeTask, requireOwnPassword, requireVerified, requireViewer } from './guards.ts';
export { proofCode, proofPath, proofToken } from './proofs.ts';
export { isOperator, mayDo, type OfficeTask } from './roles.ts';
export { createSession } from './session.ts';
export { addSessions } from './session-hook.ts';
export type { HeldRole, RoleName, Viewer } from './viewer.ts';
