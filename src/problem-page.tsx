import { isOperator } from '#features/identity/index.ts';
import type { ProblemPage } from '#platform/http/errors.ts';
import { page } from '#platform/http/page.ts';
import { defineTexts } from '#platform/texts.ts';
import { ErrorPage } from '#ui/error-page.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';

/** A problem as a page of the site: what, why, what now. */
export const problemPage: ProblemPage = (request, reply, problem, reason) => {
  const t = problemPageTexts.for(request.language);
  const minutes = Math.ceil(Number(reply.getHeader('retry-after') ?? 60) / 60);
  const why = reason in whys ? t(reason as keyof typeof whys, { minutes }) : t('other');
  const ofOffice = request.viewer !== null && isOperator(request.viewer);
  const ways = [
    ...(ofOffice ? [{ href: sitePaths.office, label: t('office') }] : []),
    { href: sitePaths.home, label: t('home') },
    ...(ofOffice ? [] : [{ href: sitePaths.bookings, label: t('bookings') }]),
  ];
  const code = problem.status >= 500 ? request.id : undefined;
  // Whoever works at an office stays in its area, though without the menu of an office that may not be theirs.
  const area = ofOffice && /^\/(office|network)(\/|\?|$)/.test(request.url) ? 'office' : 'citizen';
  return page(
    reply,
    <ErrorPage context={reply.pageContext()} area={area} title={problem.title} why={why} ways={ways} code={code} />,
  );
};

const whys = {
  'not-found': 'Questa pagina non esiste, oppure riguarda qualcosa che non è tuo. Controlla l’indirizzo.',
  forbidden:
    'Il tuo account non può vedere questa pagina. Se pensi che sia un errore, chiedi al referente della tua sede.',
  'wrong-csrf': 'Per la tua sicurezza non abbiamo fatto nulla. Torna indietro, ricarica la pagina e invia di nuovo.',
  'too-many-requests':
    'Da qui sono arrivate troppe richieste in poco tempo. Riprova tra {minutes, plural, one {un minuto} other {# minuti}}: non si è perso nulla. I link delle e-mail funzionano anche ora.',
  'body-too-large': 'Hai inviato più dati di quanti ne possiamo ricevere.',
  overloaded:
    'In questo momento ci sono moltissime persone. Le tue prenotazioni sono al sicuro: riprova tra qualche secondo.',
  'database-unavailable':
    'Il servizio si sta riavviando. Le tue prenotazioni sono al sicuro: riprova tra qualche secondo.',
  'internal-error':
    'Qualcosa non ha funzionato da parte nostra. Le prenotazioni già fatte sono al sicuro: riprova tra poco.',
  other: 'La richiesta non è stata accettata e non è cambiato nulla. Torna indietro e riprova.',
  home: 'Vai alla pagina iniziale',
  bookings: 'I miei appuntamenti',
  office: 'Vai al lavoro della sede',
} as const;

const problemPageTexts = defineTexts('problem-page', {
  it: whys,
  en: {
    'not-found': 'This page does not exist, or it is about something that is not yours. Check the address.',
    forbidden: 'Your account may not see this page. If you think this is a mistake, ask your office’s administrator.',
    'wrong-csrf': 'For your safety nothing was done. Go back, reload the page and send again.',
    'too-many-requests':
      'Too many requests came from here in a short time. Try again in {minutes, plural, one {one minute} other {# minutes}}: nothing is lost. The links in e-mails work now too.',
    'body-too-large': 'You sent more data than we can take.',
    overloaded: 'A great many people are here right now. Your bookings are safe: try again in a few seconds.',
    'database-unavailable': 'The service is restarting. Your bookings are safe: try again in a few seconds.',
    'internal-error': 'Something went wrong on our side. Bookings already made are safe: try again soon.',
    other: 'The request was not accepted and nothing has changed. Go back and try again.',
    home: 'Go to the home page',
    bookings: 'My appointments',
    office: 'Go to the office’s work',
  },
});
