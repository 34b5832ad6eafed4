import './tables.ts';

export { type Appeal, findAppeal } from './appeals/appeal.query.ts';
export { appealBlock } from './appeals/appeal.ts';
export { block } from './blocks/block.ts';
export { countCases } from './cases-count.query.ts';
export { type CaseKind, caseNews } from './case-notice.ts';
export { askChange } from './changes/ask-change.ts';
export { findChange, officesThatDecide, type ProfileChange } from './changes/change.query.ts';
export { mergeAccounts } from './merge/merge-accounts.ts';
export { casePaths, ownPaths } from './paths.ts';
export { accountCasesCrontab, accountCasesTasks } from './forget-closed.job.ts';
export { ownCases } from './own-cases.query.ts';
export { restrictionLink } from './restriction-link.ts';
export { addAccountCases } from './routes.ts';
