import { defineTexts } from '#platform/texts.ts';
import { rulesInEnglish } from './rules-in-english.text.ts';
import { rulesInItalian } from './rules-in-italian.text.ts';

/** The rules of a service: their names, their choices and what each does. */
export const ruleTexts = defineTexts('office-admin/service-rules', { it: rulesInItalian, en: rulesInEnglish });
