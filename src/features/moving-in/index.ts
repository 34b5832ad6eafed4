export { addImportPages } from './network/imports.route.tsx';
export { exportFiles, type ExportOutcome, type ExportRequest } from './export-files.ts';
export { type ImportOutcome, importFiles, type ImportRequest } from './import-files.ts';
export { type KindName, kindNames } from './import-run.ts';
export { faultWords, fileWords } from './report-words.ts';
export { reportTexts } from './report.text.ts';
export type { Fault } from './fault.ts';
