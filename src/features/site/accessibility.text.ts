import { defineTexts } from '#platform/texts.ts';

export const accessibilityTexts = defineTexts('site/accessibility', {
  it: {
    title: 'Dichiarazione di accessibilità',
    lead: 'Il sito è fatto perché tutti possano prenotare da soli. Qui trovi che cosa è verificato e che cosa ancora no.',
    commitment:
      '{owner} si impegna a rendere questo sito accessibile, conformemente alla legge 9 gennaio 2004, n. 4. La dichiarazione vale per {site}.',
    someone: 'L’ente che gestisce il sito',
    state: 'Stato di conformità',
    stateWord: 'Parzialmente conforme',
    stateText:
      'Il sito è parzialmente conforme ai requisiti della norma UNI CEI EN 301549 (WCAG 2.1, livello AA), per le ragioni elencate sotto. Miriamo anche alle WCAG 2.2, livello AA.',
    open: 'Contenuti non accessibili',
    openLaw: 'Per inosservanza della legge 4/2004',
    openPeople:
      'Nessuna persona che usa ogni giorno un lettore di schermo o un’altra tecnologia assistiva ha ancora provato tutto il percorso: qualche ostacolo può esserci sfuggito.',
    openMail: 'Le e-mail sono scritte con la stessa cura, ma non sono state provate in tutti i programmi di posta.',
    openOffice: 'I testi di ogni sede, per esempio le indicazioni per arrivare, li scrive la sede.',
    openBurden: 'Per onere sproporzionato',
    openOutside: 'Perché la legge non li comprende',
    nothing: 'Nessun contenuto.',
    how: 'Come è fatta questa dichiarazione',
    howDate: 'È stata redatta il {day}, con un’autovalutazione svolta direttamente su Turno, versione {version}.',
    howAxe:
      'In un vero browser, a ogni versione, i controlli automatici di axe passano su tutte le pagine, in italiano e in inglese, larghe e strette.',
    howKeys: 'A mano e con prove automatiche: moduli e calendario con la sola tastiera, con il fuoco sempre visibile.',
    howScripts: 'Le pagine funzionano senza JavaScript.',
    howPhone: 'Il contenuto si legge a 320 pixel di larghezza e ingrandito al 200 %, senza scorrere di lato.',
    howColour: 'Nulla è detto con il solo colore: i giorni liberi sono anche in un elenco, con le parole.',
    howTime: 'Il tempo per compilare si può prolungare, e quello che hai scritto non va perso quando scade.',
    howPdf: 'Le ricevute in PDF hanno una struttura che un lettore di schermo può leggere.',
    howNot: 'Nessun esperto esterno ha ancora valutato il sito, e non ci sono stati test con utenti.',
    tell: 'Segnala un problema',
    tellText:
      'Manda una segnalazione con il modulo: bastano due righe, senza accesso e anche senza nome. Rispondiamo entro trenta giorni a chi lascia un’e-mail.',
    tellForm: 'Manda una segnalazione',
    tellMail: 'Oppure scrivi a',
    tellBook: 'Devi prenotare e non riesci? La sede può farlo per te:',
    tellOffices: 'cerca i suoi contatti',
    enforce: 'Procedura di attuazione',
    enforceText:
      'Se la risposta manca o non ti soddisfa entro trenta giorni, puoi rivolgerti al Difensore civico per il digitale, presso l’Agenzia per l’Italia digitale (AgID).',
    enforceLink: 'Procedura di attuazione: Difensore civico per il digitale (AgID)',
    about: 'Informazioni sul sito',
    aboutSite:
      'Il sito usa Turno, versione {version}, con il design system della pubblica amministrazione (Bootstrap Italia).',
    aboutYearly:
      'La dichiarazione si riesamina ogni anno entro il 23 settembre, e quando il sito cambia. L’ente la deposita presso AgID.',
  },
  en: {
    title: 'Accessibility statement',
    lead: 'The site is made so that everyone can book on their own. Here is what is checked, and what not yet.',
    commitment:
      '{owner} is committed to making this site accessible, in accordance with Italian law no. 4 of 9 January 2004. The statement is about {site}.',
    someone: 'The body that runs the site',
    state: 'Compliance status',
    stateWord: 'Partially compliant',
    stateText:
      'The site is partially compliant with the standard UNI CEI EN 301549 (WCAG 2.1, level AA), for the reasons listed below. We aim at WCAG 2.2, level AA, too.',
    open: 'Content that is not accessible',
    openLaw: 'Not complying with law 4/2004',
    openPeople:
      'Nobody who uses a screen reader or another assistive technology every day has tried the whole way yet: we may have missed an obstacle.',
    openMail: 'E-mails are written with the same care, but have not been tried in all mail programs.',
    openOffice: 'Each office’s own texts, such as how to get there, are written by the office.',
    openBurden: 'Disproportionate burden',
    openOutside: 'Outside the scope of the law',
    nothing: 'No content.',
    how: 'How this statement was made',
    howDate: 'It was prepared on {day}, by a self-assessment made directly on Turno, version {version}.',
    howAxe:
      'At each version the automatic checks of axe pass in a real browser on all pages, in Italian and English, wide and narrow.',
    howKeys: 'By hand and by automatic tests: forms and calendar with the keyboard alone, the focus always visible.',
    howScripts: 'The pages work without JavaScript.',
    howPhone: 'The content reads at a width of 320 pixels and enlarged to 200 %, without scrolling sideways.',
    howColour: 'Nothing is told by colour alone: free days are also in a list, in words.',
    howTime: 'The time to fill in a form can be prolonged, and what you typed is not lost when it runs out.',
    howPdf: 'Receipts in PDF have a structure that a screen reader can read.',
    howNot: 'No outside expert has judged the site yet, and there have been no tests with users.',
    tell: 'Report a problem',
    tellText:
      'Send a report with the form: two lines will do, without login and without a name if you like. We answer within thirty days to whoever leaves an e-mail.',
    tellForm: 'Send a report',
    tellMail: 'Or write to',
    tellBook: 'Do you have to book and cannot? The office can do it for you:',
    tellOffices: 'find its contacts',
    enforce: 'Enforcement procedure',
    enforceText:
      'If there is no answer within thirty days, or none that satisfies you, you can turn to the Digital Ombudsman (Difensore civico per il digitale) at the Agency for Digital Italy (AgID).',
    enforceLink: 'Enforcement procedure: Digital Ombudsman (AgID, in Italian)',
    about: 'About the site',
    aboutSite:
      'The site runs Turno, version {version}, with the design system of the Italian public administration (Bootstrap Italia).',
    aboutYearly:
      'The statement is reviewed each year by 23 September, and when the site changes. The body files it with AgID.',
  },
});
