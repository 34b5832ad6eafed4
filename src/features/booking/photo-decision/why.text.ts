import { defineTexts } from '#platform/texts.ts';

/** Why another photo is asked for, as its person reads it: what to do the next time. */
export const askReasonTexts = defineTexts('booking/photo-asked-because', {
  it: {
    eyes: 'Gli occhi non si vedono bene: tienili aperti, senza capelli o riflessi davanti, e guarda l’obiettivo.',
    expression: 'L’espressione non è neutra: bocca chiusa e viso rilassato.',
    pose: 'La testa è girata o inclinata: tienila dritta, di fronte all’obiettivo.',
    framing: 'La testa è tagliata, troppo piccola o troppo grande: deve vedersi tutta, con un po’ di spazio intorno.',
    background: 'Lo sfondo non va bene: mettiti davanti a una parete chiara e liscia, senza ombre né oggetti.',
    light: 'La luce non va bene: deve venire da davanti, senza ombre sul viso e senza riflessi.',
    sharpness: 'La foto è sfocata o di bassa qualità: appoggia il telefono o falla scattare da un’altra persona.',
    glasses: 'Gli occhiali coprono gli occhi: toglili, o usa lenti trasparenti senza riflessi.',
    covering:
      'Il viso è coperto in parte: deve vedersi dal mento alla fronte. Un copricapo per religione o salute può restare.',
    'other-person': 'Nella foto c’è qualcun altro o qualcosa: deve esserci solo la persona del documento.',
    old: 'La foto sembra fatta più di sei mesi fa: ne serve una recente.',
    retouched: 'La foto sembra ritoccata o con un filtro: mandane una così come esce dalla fotocamera.',
    other: 'Per un altro motivo.',
  },
  en: {
    eyes: 'The eyes cannot be seen well: keep them open, without hair or reflections in front, and look into the lens.',
    expression: 'The expression is not neutral: mouth closed, face relaxed.',
    pose: 'The head is turned or tilted: hold it straight, facing the lens.',
    framing: 'The head is cut off, too small or too large: all of it must be seen, with a little space around.',
    background: 'The background is not right: stand before a light, plain wall, without shadows or objects.',
    light: 'The light is not right: it must come from the front, without shadows on the face and without reflections.',
    sharpness: 'The photo is blurred or of low quality: rest the telephone on something or have somebody else take it.',
    glasses: 'The glasses cover the eyes: take them off, or wear clear lenses without reflections.',
    covering:
      'The face is covered in part: it must be seen from the chin to the forehead. What is worn for religion or health may stay.',
    'other-person': 'There is somebody or something else in the photo: only the person of the document may be in it.',
    old: 'The photo seems to be more than six months old: a recent one is needed.',
    retouched: 'The photo seems to be retouched or to have a filter: send one as it comes from the camera.',
    other: 'For another reason.',
  },
});

/** Why a photo counts although the checks say otherwise; only the office writes and reads it beside its person. */
export const overrideReasonTexts = defineTexts('booking/photo-accepted-because', {
  it: {
    'seen-fine': 'L’ufficio l’ha guardata: va bene.',
    'person-reason': 'L’ufficio accetta il motivo che hai scritto.',
    covering: 'Il capo è coperto per religione o salute e il viso si vede.',
    'no-better': 'Una foto migliore non si può fare.',
    other: 'Per un altro motivo.',
  },
  en: {
    'seen-fine': 'The office has looked at it: it is fine.',
    'person-reason': 'The office accepts the reason that you wrote.',
    covering: 'The head is covered for religion or health, and the face can be seen.',
    'no-better': 'A better photo cannot be taken.',
    other: 'For another reason.',
  },
});
