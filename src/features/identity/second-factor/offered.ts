export {
  type AccessRule,
  decidedRule,
  networkRule,
  ruleByItself,
  stricter,
} from './access-rule.query.ts';
export { type FactorChange, factorChanges, resetFactors } from './change-factors.ts';
export { enrolledAmong } from './factors.query.ts';
export { forgetAccessRule, saveAccessRule } from './save-access-rule.ts';
