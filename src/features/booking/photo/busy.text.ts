import { defineTexts } from '#platform/texts.ts';

export const photoBusyTexts = defineTexts('booking/photo-busy', {
  it: {
    outTitle: 'Adesso non riusciamo a controllare le foto',
    outUpload:
      'Non dipende da te. L’appuntamento e quello che avevi segnato restano come sono. Riprova più tardi; se non va, basta portare la foto allo sportello il giorno dell’appuntamento.',
    outCrop: 'Non dipende da te. La foto è rimasta com’era: usala con il taglio di prima, oppure riprova più tardi.',
    lostTitle: 'Questo taglio non è riuscito',
    lost: 'La foto è rimasta com’era, la cornice è dove l’avevi messa. Riprova, sposta un po’ la cornice, oppure lascia il taglio di prima.',
  },
  en: {
    outTitle: 'We cannot check photos at the moment',
    outUpload:
      'It is not your doing. The appointment and what you had marked stay as they are. Try again later; if it does not work, it is enough to bring the photo to the desk on the day of the appointment.',
    outCrop: 'It is not your doing. The photo is as it was: use it with the cut it had, or try again later.',
    lostTitle: 'This cut did not work',
    lost: 'The photo is as it was, the frame is where you put it. Try again, move the frame a little, or leave the cut as it was.',
  },
});
