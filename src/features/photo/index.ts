export { type CheckResult, type Verdict, verdicts } from './check.ts';
export { checkInWords } from './check-words.ts';
export { type Examined, examinePhoto, type Portrait } from './examine.ts';
export type { Crop } from './picture.ts';
export { photoRules } from './rules.ts';
