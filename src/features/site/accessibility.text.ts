import { defineTexts } from '#platform/texts.ts';

export const accessibilityTexts = defineTexts('site/accessibility', {
  it: {
    title: 'Dichiarazione di accessibilità',
    lead: 'Il sito è fatto perché tutti possano prenotare da soli. Qui trovi che cosa abbiamo verificato e che cosa ancora no.',
    aim: 'A che cosa miriamo',
    aimText:
      'Le pagine seguono le WCAG 2.2, livello AA, richieste dalla norma EN 301 549 e in Italia dalla legge 4/2004. Usano il sistema di design della pubblica amministrazione italiana, Bootstrap Italia.',
    checked: 'Che cosa è verificato',
    checkedAxe:
      'I componenti di tutte le pagine passano a ogni versione i controlli automatici di axe, in un vero browser.',
    checkedKeys: 'Moduli e calendario si usano con la sola tastiera, con un indicatore del fuoco sempre visibile.',
    checkedScripts: 'Le pagine funzionano senza JavaScript.',
    checkedPhone: 'Il contenuto si legge a 320 pixel di larghezza, senza scorrere di lato.',
    checkedColour: 'Nulla è detto con il solo colore: i giorni liberi sono anche in un elenco, con le parole.',
    checkedTime: 'Il tempo per compilare si può prolungare, e quello che hai scritto non va perso quando scade.',
    open: 'Che cosa non è ancora verificato',
    openPeople:
      'Nessuna persona che usa ogni giorno un lettore di schermo o un’altra tecnologia assistiva ha ancora provato tutto il percorso.',
    openAudit: 'Nessun esperto esterno ha ancora valutato il sito: perciò lo dichiariamo conforme in parte.',
    openOffice: 'I testi che scrive ogni sede, per esempio le indicazioni per arrivare, dipendono dalla sede.',
    openMail: 'Le e-mail sono scritte con la stessa cura, ma non in tutti i programmi di posta sono state provate.',
    tell: 'Segnala un problema',
    tellText:
      'Scrivi alla sede dove vuoi prenotare, o all’ente che gestisce questo sito: di’ quale pagina, che cosa volevi fare e con quali strumenti navighi. Se non riesci a prenotare, la sede può farlo per te.',
    tellLink: 'Cerca la sede e i suoi contatti',
    tellFurther:
      'Se non ricevi una risposta soddisfacente entro trenta giorni puoi rivolgerti al Difensore civico per il digitale, presso l’Agenzia per l’Italia digitale (AgID).',
    about: 'Questa dichiarazione',
    aboutText:
      'Descrive il programma in questa versione. L’ente che gestisce il sito pubblica la propria dichiarazione, sul modello di AgID, dopo averlo verificato con i suoi testi.',
  },
  en: {
    title: 'Accessibility statement',
    lead: 'The site is made so that everyone can book on their own. Here is what we have checked, and what not yet.',
    aim: 'What we aim at',
    aimText:
      'The pages follow WCAG 2.2, level AA, as asked by the standard EN 301 549 and in Italy by law 4/2004. They use the design system of the Italian public administration, Bootstrap Italia.',
    checked: 'What is checked',
    checkedAxe: 'The components of all pages pass, at each version, the automatic checks of axe in a real browser.',
    checkedKeys: 'Forms and calendar are used with the keyboard alone, and the focus is always visible.',
    checkedScripts: 'The pages work without JavaScript.',
    checkedPhone: 'The content reads at a width of 320 pixels, without scrolling sideways.',
    checkedColour: 'Nothing is told by colour alone: free days are also in a list, in words.',
    checkedTime: 'The time to fill in a form can be prolonged, and what you typed is not lost when it runs out.',
    open: 'What is not checked yet',
    openPeople:
      'Nobody who uses a screen reader or another assistive technology every day has tried the whole way yet.',
    openAudit: 'No outside expert has judged the site yet: so we call it partially compliant.',
    openOffice: 'What each office writes itself, such as how to get there, depends on the office.',
    openMail: 'E-mails are written with the same care, but have not been tried in all mail programs.',
    tell: 'Report a problem',
    tellText:
      'Write to the office where you want to book, or to the body that runs this site: say which page, what you wanted to do and which tools you browse with. If you cannot book, the office can do it for you.',
    tellLink: 'Search for the office and its contacts',
    tellFurther:
      'If you get no satisfactory answer within thirty days you can turn to the Digital Ombudsman (Difensore civico per il digitale) at the Agency for Digital Italy (AgID).',
    about: 'This statement',
    aboutText:
      'It describes the program in this version. The body that runs the site publishes a statement of its own, on AgID’s model, after checking it with its own texts.',
  },
});
