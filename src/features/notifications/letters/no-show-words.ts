import { type NoShowRule, noShowRule } from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import { type Letter, text } from '../letter.ts';

const noShowTexts = defineTexts('notifications/no-show', {
  it: {
    rule: 'Se non puoi venire, disdici: chi manca senza disdire {limit} appuntamenti in {months, plural, one {un mese} other {# mesi}} aspetta {days, plural, one {un giorno} other {# giorni}} prima di prenotare di nuovo {scope, select, office {in questa sede} other {questo servizio}}.',
  },
  en: {
    rule: 'If you cannot come, cancel: whoever misses {limit} appointments in {months, plural, one {a month} other {# months}} without cancelling waits {days, plural, one {a day} other {# days}} before booking {scope, select, office {at this office} other {this service}} again.',
  },
});

/** A letter about a new booking says beforehand what follows from absences, where the office has a rule. */
export async function withNoShowRule(
  db: Db,
  letter: Letter,
  { officeId, language }: { officeId: number; language: Language },
): Promise<Letter> {
  const rule = await noShowRule(db, officeId);
  return rule === null ? letter : { ...letter, blocks: [...letter.blocks, text(inWords(rule, language))] };
}

function inWords(rule: NoShowRule, language: Language): string {
  return noShowTexts.for(language)('rule', { ...rule });
}
