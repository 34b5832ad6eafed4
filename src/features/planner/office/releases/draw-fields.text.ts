import { defineTexts } from '#platform/texts.ts';

export const drawFieldsTexts = defineTexts('planner/office/draw-fields', {
  it: {
    order: 'In che ordine',
    'order.first-come': 'Chi arriva prima',
    'order.first-come.hint':
      'Se la richiesta è forte si apre la sala d’attesa: chi entra prima dell’apertura è sorteggiato in quel momento.',
    'order.draw': 'Sorteggio',
    'order.draw.hint':
      'Le persone aderiscono per minuti o giorni, l’ordine si sorteggia e ognuno sceglie quando è il suo turno.',
    'order.registration-draw': 'Sorteggio con preferenze',
    'order.registration-draw.hint': 'Le persone dicono quando possono venire, il sorteggio assegna i posti da sé.',
    about: 'Se si sorteggia',
    aboutHint:
      'Salvando, si pubblica l’impegno: da allora momenti, valore e seme di questo sorteggio non cambiano più. Si può solo annullare l’apertura.',
    joinsDay: 'Si aderisce dal giorno',
    joinsHint: 'Vuoto: tra un minuto. Più tempo lasci, più persone possono annotare l’impegno prima.',
    joinsTime: 'Dalle ore',
    closesDay: 'Fino al giorno',
    closesHint:
      'Vuoto: a mezzogiorno del giorno prima del valore pubblico. Chi arriva dopo si mette in coda dietro ai sorteggiati.',
    closesTime: 'Fino alle ore',
    turnMinutes: 'Minuti per scegliere, a ogni turno',
    turnHint: 'Vuoto: dieci.',
    mixing: 'Il valore pubblico',
    mixingHint:
      'Un numero che nessuno può conoscere quando si chiudono le adesioni. Senza, chi conosce il seme potrebbe scegliere l’ordine.',
    'mixing.usual': 'I sei numeri del SuperEnalotto, dell’ultima estrazione prima dell’apertura',
    'mixing.own': 'Un altro valore',
    'mixing.off': 'Nessuno',
    'mixing.off.hint':
      'Ogni pagina e ogni verifica diranno «corretto, se la sede ha tenuto segreto il suo seme». Il motivo si pubblica.',
    unmixedReason: 'Perché nessun valore pubblico',
    value: 'Se un altro valore',
    valueIt: 'Che cosa, in italiano',
    valueItHint: 'Come «I cinque numeri estratti sulla ruota Nazionale del Lotto».',
    valueEn: 'Che cosa, in inglese',
    valueDay: 'Di quale giorno, a Roma',
    valueSource: 'Dove lo può leggere chiunque',
    valueKind: 'Come si scrive',
    'valueKind.numbers': 'Numeri diversi tra loro, in qualunque ordine siano usciti',
    'valueKind.digits': 'Un numero di tante cifre',
    valueCount: 'Quanti numeri',
    valueHighest: 'Il più alto possibile',
    valueLength: 'Quante cifre',
    'one-moment': 'Un sorteggio vale per un momento solo: scegli «In un momento» e scrivi una riga.',
    'joins-in-the-past': 'Questo momento è già passato: l’impegno si pubblica prima delle adesioni.',
    'closes-before-joining': 'Le adesioni devono chiudere dopo il loro inizio.',
    'opens-before-closing': 'I posti si aprono dopo la chiusura delle adesioni.',
    'value-before-closing':
      'Il giorno del valore pubblico, a Roma, deve cominciare dopo la chiusura: altrimenti qualcuno potrebbe già conoscerlo.',
    'opens-before-value': 'I posti devono aprirsi dopo che comincia il giorno del valore pubblico.',
    'too-few-outcomes': 'Questo valore ha troppo pochi esiti: servono almeno cinque numeri su novanta, o otto cifre.',
    'no-day-for-value':
      'Tra la chiusura e l’apertura non c’è una sera di estrazione: sposta i momenti o scrivi un altro valore.',
  },
  en: {
    order: 'In which order',
    'order.first-come': 'Who comes first',
    'order.first-come.hint':
      'In heavy demand the waiting room opens: those who enter before the opening are drawn at that moment.',
    'order.draw': 'Draw',
    'order.draw.hint':
      'People join for minutes or days, the order is drawn, and everybody chooses when it is their turn.',
    'order.registration-draw': 'Draw with preferences',
    'order.registration-draw.hint': 'People say when they can come, and the draw assigns the seats by itself.',
    about: 'If it is drawn',
    aboutHint:
      'Saving publishes the commitment: from then on the moments, value and seed of this draw never change. The opening can only be called off.',
    joinsDay: 'People join from the day',
    joinsHint: 'Empty: in a minute. The more time you leave, the more people can note the commitment beforehand.',
    joinsTime: 'From the hour',
    closesDay: 'Until the day',
    closesHint:
      'Empty: at noon of the day before that of the public value. Whoever comes later queues behind those drawn.',
    closesTime: 'Until the hour',
    turnMinutes: 'Minutes to choose, at each turn',
    turnHint: 'Empty: ten.',
    mixing: 'The public value',
    mixingHint:
      'A number that nobody can know when the joining ends. Without it, whoever knows the seed could choose the order.',
    'mixing.usual': 'The six numbers of the SuperEnalotto, of the last extraction before the opening',
    'mixing.own': 'Another value',
    'mixing.off': 'None',
    'mixing.off.hint':
      'Every page and every check will say “correct, if the office kept its seed secret”. The reason is published.',
    unmixedReason: 'Why no public value',
    value: 'If another value',
    valueIt: 'What, in Italian',
    valueItHint: 'Like “I cinque numeri estratti sulla ruota Nazionale del Lotto”.',
    valueEn: 'What, in English',
    valueDay: 'Of which day, in Rome',
    valueSource: 'Where anybody can read it',
    valueKind: 'How it is written',
    'valueKind.numbers': 'Different numbers, in whatever order they were drawn',
    'valueKind.digits': 'A number of so many digits',
    valueCount: 'How many numbers',
    valueHighest: 'The highest possible',
    valueLength: 'How many digits',
    'one-moment': 'A draw is for one moment: choose “At a moment” and write one line.',
    'joins-in-the-past': 'This moment has passed already: the commitment is published before people join.',
    'closes-before-joining': 'The joining must end after it begins.',
    'opens-before-closing': 'The seats open after the joining ends.',
    'value-before-closing':
      'The day of the public value must begin, in Rome, after the joining ends: otherwise somebody might know it already.',
    'opens-before-value': 'The seats must open after the day of the public value begins.',
    'too-few-outcomes': 'This value has too few outcomes: at least five numbers of ninety are needed, or eight digits.',
    'no-day-for-value':
      'There is no evening of a lottery between the end of the joining and the opening: move them, or name another value.',
  },
});
