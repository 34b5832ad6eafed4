import { defineTexts } from '#platform/texts.ts';

export const nextOpeningTexts = defineTexts('ui/next-opening', {
  it: {
    open: 'I prossimi posti si aprono',
    today: 'oggi',
    tomorrow: 'domani',
    onDay: '{day}',
    between: ', in un momento sorteggiato, fra le',
    and: 'e le',
    ofDay: 'di {day}',
    inCity: 'di {city}',
  },
  en: {
    open: 'The next seats open',
    today: 'today',
    tomorrow: 'tomorrow',
    onDay: 'on {day}',
    between: ', at a moment that is drawn, between',
    and: 'and',
    ofDay: 'on {day}',
    inCity: 'in {city}',
  },
});
