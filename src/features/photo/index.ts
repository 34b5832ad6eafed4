export { type CheckResult, type Verdict, verdictOf, verdicts } from './check.ts';
export { checkInWords, figureInWords } from './check-words.ts';
export { examineCrop, examinePhoto } from './examine.ts';
export type { Cut, Examined, Portrait, Source } from './examined.ts';
export { type Frame, type FrameStep, frameSteps } from './crop/frame.ts';
export { frameInside, frameLimits, stepFrame } from './crop/frame.rules.ts';
export { LiveAid } from './live/live-aid.view.tsx';
export type { Crop } from './picture.ts';
export { photoRules } from './rules.ts';
