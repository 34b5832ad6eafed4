import { defineTexts } from '#platform/texts.ts';

export const stillAwaitedTexts = defineTexts('booking/still-awaited', {
  it: {
    clearance: 'Non è ancora confermato: manca il nulla osta del comune.',
    office: 'Non è ancora confermato: deve confermarlo la sede.',
    toSend: 'La sede aspetta i tuoi documenti: mandali entro {last}.',
    toExamine: 'La sede sta ancora controllando i documenti.',
  },
  en: {
    clearance: 'Not confirmed yet: the municipality’s clearance (nulla osta) is missing.',
    office: 'Not confirmed yet: the office has to confirm it.',
    toSend: 'The office expects your documents: send them by {last}.',
    toExamine: 'The office is still looking at the documents.',
  },
});
