export { caseName, caseQuestionName, casesInWords } from './case-words.text.ts';
export {
  type CaseQuestion,
  caseQuestions,
  type DocumentCase,
  type DocumentToBring,
  documentCases,
  neededFor,
  type VisitFacts,
} from './document-case.ts';
export { answerName } from './visit-answers.text.ts';
export { feeInWords } from './fee-words.ts';
export { duplicateReasons, type Fees, priceOf } from './fees.rules.ts';
export type { ServiceRules, Validity } from './service-rules.ts';
export type { ReasonTexts } from './visit-columns.ts';
