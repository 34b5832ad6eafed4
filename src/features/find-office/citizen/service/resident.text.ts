import { defineTexts } from '#platform/texts.ts';

export const residentTexts = defineTexts('find-office/resident', {
  it: {
    question: 'Dove risiedi?',
    why: 'Questa sede tiene dei posti per chi risiede a {city}. Finché non lo dici, qui vedi quelli di chi risiede altrove.',
    shownHere: 'Vedi i posti per chi risiede a {city}. La residenza si controlla allo sportello.',
    shownElsewhere: 'Vedi i posti per chi risiede in un altro Comune.',
    here: 'A {city}',
    elsewhere: 'Altrove',
  },
  en: {
    question: 'Where do you live?',
    why: 'This office keeps seats for residents of {city}. Until you say so, you see those for people who live elsewhere.',
    shownHere: 'You see the seats for residents of {city}. Residence is checked at the desk.',
    shownElsewhere: 'You see the seats for people who live in another municipality.',
    here: 'In {city}',
    elsewhere: 'Elsewhere',
  },
});
