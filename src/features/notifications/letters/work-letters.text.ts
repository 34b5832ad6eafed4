import { defineTexts } from '#platform/texts.ts';

export const workLetterTexts = defineTexts('notifications/work-letters', {
  it: {
    factorSubject: 'Verifica in due passaggi: qualcosa è cambiato',
    added: 'Al tuo accesso è stata aggiunta una verifica in due passaggi. Gli altri accessi aperti si sono chiusi.',
    removed: 'Dal tuo accesso è stata tolta un’app o una passkey della verifica in due passaggi.',
    reset:
      'Chi amministra la tua sede ha tolto la verifica in due passaggi dal tuo accesso, perché tu possa rientrare. Al prossimo accesso aggiungila di nuovo.',
    'codes-made': 'Per il tuo accesso sono stati fatti codici di recupero nuovi. Quelli di prima non valgono più.',
    'recovery-code-used': 'Qualcuno, forse tu, è entrato nel tuo accesso con un codice di recupero.',
    factorAction: 'Guarda come si entra',
    factorNotYou: 'Non sei stato tu? Cambia subito la password e avvisa chi amministra la tua sede.',
    overSubject: 'Ti passano la sede: {office}',
    overText: '{name} ti chiede di diventare referente della sede: {office}.',
    overUntil: 'Puoi rispondere fino al {day}. Finché non accetti non cambia nulla.',
    overAction: 'Leggi e rispondi',
    declinedSubject: 'La sede resta a te: {office}',
    declinedText: '{name} non ha accettato di prendere la sede: {office}. Resti tu il referente.',
    declinedAction: 'Persone e ruoli',
  },
  en: {
    factorSubject: 'Two-step verification: something has changed',
    added: 'Two-step verification was added to your access. Other open logins have ended.',
    removed: 'An app or a passkey of the two-step verification was removed from your access.',
    reset:
      'Whoever administers your office has removed the two-step verification from your access, so that you can get in. Add it again at your next login.',
    'codes-made': 'New recovery codes were made for your access. Those from before are no longer good.',
    'recovery-code-used': 'Somebody, maybe you, logged in to your access with a recovery code.',
    factorAction: 'See how one gets in',
    factorNotYou: 'Was it not you? Change the password at once and tell whoever administers your office.',
    overSubject: 'You are asked to take over: {office}',
    overText: '{name} asks you to become the administrator of the office: {office}.',
    overUntil: 'You may answer until {day}. Nothing changes before you accept.',
    overAction: 'Read and answer',
    declinedSubject: 'The office stays with you: {office}',
    declinedText: '{name} did not accept to take over the office: {office}. You remain its administrator.',
    declinedAction: 'People and roles',
  },
});
