import { defineTexts } from '#platform/texts.ts';

export const stillAwaitedTexts = defineTexts('booking/still-awaited', {
  it: {
    clearance: 'Non è ancora confermato: manca il nulla osta del comune.',
    clearanceToAsk: 'Va chiesto al comune di {municipality}.',
    clearanceAsked: 'È stato chiesto al comune di {municipality} {on}: risposta attesa entro {until}.',
    clearanceGiven: 'Il comune di {municipality} ha dato il nulla osta {on}.',
    clearanceProtocol: 'Protocollo: {protocol}.',
    office: 'Non è ancora confermato: deve confermarlo la sede.',
    toSend: 'La sede aspetta i tuoi documenti: mandali entro {last}.',
    toExamine: 'La sede sta ancora controllando i documenti.',
  },
  en: {
    clearance: 'Not confirmed yet: the municipality’s clearance (nulla osta) is missing.',
    clearanceToAsk: 'The municipality of {municipality} has to be asked.',
    clearanceAsked: 'The municipality of {municipality} was asked on {on}: the answer is awaited by {until}.',
    clearanceGiven: 'The municipality of {municipality} gave its clearance on {on}.',
    clearanceProtocol: 'Protocol number: {protocol}.',
    office: 'Not confirmed yet: the office has to confirm it.',
    toSend: 'The office expects your documents: send them by {last}.',
    toExamine: 'The office is still looking at the documents.',
  },
});
