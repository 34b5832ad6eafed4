import { defineTexts } from '#platform/texts.ts';
import { faceFindings } from './checks/face-finding.text.ts';
import { faceRequirements } from './checks/face-check.text.ts';

/** What is asked of a photo, by the id of its check. */
export const requirementTexts = defineTexts('photo/requirements', {
  it: {
    'file-type': 'È una foto JPEG',
    'file-size': 'Il file non è troppo grande',
    intact: 'Il file è intero',
    pixels: 'È abbastanza grande',
    proportions: 'Ha le proporzioni giuste (35 × 45 mm)',
    upright: 'È dritta',
    colours: 'È a colori',
    recent: 'Ha meno di sei mesi',
    ...faceRequirements.it,
  },
  en: {
    'file-type': 'It is a JPEG photo',
    'file-size': 'The file is not too large',
    intact: 'The file is whole',
    pixels: 'It is large enough',
    proportions: 'It has the right proportions (35 × 45 mm)',
    upright: 'It is upright',
    colours: 'It is in colour',
    recent: 'It is less than six months old',
    ...faceRequirements.en,
  },
});

/** What was found, and what to do about it. */
export const findingTexts = defineTexts('photo/findings', {
  it: {
    'type-jpeg': 'È un JPEG.',
    'type-empty': 'Il file è vuoto. Scegli un’altra foto.',
    'type-zip': 'Il file è un archivio ZIP, non una foto. Aprilo e invia la foto JPEG che contiene.',
    'type-png': 'Il file è un PNG, anche se il nome può dire altro. Salva la foto come JPEG e inviala di nuovo.',
    'type-pdf': 'Il file è un PDF. Serve la foto stessa, in formato JPEG.',
    'type-webp': 'Il file è un WebP. Salva la foto come JPEG e inviala di nuovo.',
    'type-gif': 'Il file è una GIF. Serve una foto in formato JPEG.',
    'type-tiff': 'Il file è un TIFF. Salva la foto come JPEG e inviala di nuovo.',
    'type-heic':
      'La foto è in un formato del telefono (HEIC o AVIF). Nelle impostazioni della fotocamera scegli “Più compatibile” o JPEG, poi scattala di nuovo.',
    'type-svg': 'Il file è un disegno SVG. Serve una foto in formato JPEG.',
    'type-html': 'Il file è una pagina web, non una foto. Scegli il file JPEG della foto.',
    'type-other': 'Il file non è una foto JPEG. Scegli un file che finisce con .jpg o .jpeg, fatto da una fotocamera.',
    'size-fine': 'Il file è di {kilobytes, number} kB.',
    'size-large': 'Il file supera {most, number} MB. Invia la foto più piccola: bastano 2 MB.',
    whole: 'La foto si apre fino in fondo.',
    truncated: 'La foto è arrivata a metà: manca la fine del file. Inviala di nuovo.',
    damaged: 'Il file della foto è rovinato. Prova ad aprirlo, poi invialo di nuovo o scatta un’altra foto.',
    'too-long': 'La foto è troppo complicata da aprire. Scattane un’altra o salvala di nuovo come JPEG.',
    'pixels-fine': 'La parte usata è di {width, number} × {height, number} pixel.',
    'pixels-few':
      'La parte usata è di {width, number} × {height, number} pixel: ne servono almeno {leastWidth, number} × {leastHeight, number}. Scatta la foto da più vicino o con una qualità più alta. Noi non la ingrandiamo.',
    'pixels-many':
      'La foto è di {width, number} × {height, number} pixel: è troppo grande per essere aperta. Inviala con al massimo {most, number} milioni di pixel.',
    'proportions-fine': 'Sono quelle del documento.',
    'proportions-near': 'L’abbiamo tagliata di poco ai bordi.',
    'proportions-cut':
      'La foto è di {width, number} × {height, number} pixel: ne usiamo solo il centro. Controlla nell’anteprima che la testa ci sia tutta.',
    'proportions-odd': 'La foto è troppo stretta o troppo larga per ricavarne un ritratto. Scattane una in verticale.',
    upright: 'È come l’ha vista la fotocamera.',
    turned: 'L’abbiamo raddrizzata come indica la fotocamera.',
    'colours-fine': 'I colori sono quelli di uno schermo.',
    'colours-cmyk':
      'I colori erano quelli di una stampante (CMYK) e li abbiamo convertiti. Controlla nell’anteprima che siano naturali.',
    'colours-grey': 'La foto è in bianco e nero. L’ufficio può chiederne una a colori.',
    'taken-lately': 'La fotocamera dice che è del {day}.',
    'taken-old': 'La fotocamera dice che è del {day}: ha più di sei mesi. Se la data è giusta, scattane un’altra.',
    'taken-unknown': 'La foto non dice quando è stata scattata: controlla tu che abbia meno di sei mesi.',
    ...faceFindings.it,
  },
  en: {
    'type-jpeg': 'It is a JPEG.',
    'type-empty': 'The file is empty. Choose another photo.',
    'type-zip': 'The file is a ZIP archive, not a photo. Open it and send the JPEG photo inside.',
    'type-png': 'The file is a PNG, whatever its name says. Save the photo as a JPEG and send it again.',
    'type-pdf': 'The file is a PDF. What is needed is the photo itself, as a JPEG.',
    'type-webp': 'The file is a WebP. Save the photo as a JPEG and send it again.',
    'type-gif': 'The file is a GIF. What is needed is a JPEG photo.',
    'type-tiff': 'The file is a TIFF. Save the photo as a JPEG and send it again.',
    'type-heic':
      'The photo is in a format of telephones (HEIC or AVIF). In the settings of the camera choose “Most compatible” or JPEG and take it again.',
    'type-svg': 'The file is an SVG drawing. What is needed is a JPEG photo.',
    'type-html': 'The file is a web page, not a photo. Choose the JPEG file of the photo.',
    'type-other': 'The file is not a JPEG photo. Choose a file that ends with .jpg or .jpeg, made by a camera.',
    'size-fine': 'The file has {kilobytes, number} kB.',
    'size-large': 'The file is larger than {most, number} MB. Send a smaller photo: 2 MB are enough.',
    whole: 'The photo opens to its end.',
    truncated: 'Only a part of the photo arrived: the end of the file is missing. Send it again.',
    damaged: 'The file of the photo is damaged. Try to open it, then send it again or take another photo.',
    'too-long': 'The photo is too complicated to open. Take another one or save it again as a JPEG.',
    'pixels-fine': 'The part in use has {width, number} × {height, number} pixels.',
    'pixels-few':
      'The part in use has {width, number} × {height, number} pixels: at least {leastWidth, number} × {leastHeight, number} are needed. Take the photo from closer up or with a higher quality. We do not enlarge it.',
    'pixels-many':
      'The photo has {width, number} × {height, number} pixels: it is too large to be opened. Send it with {most, number} million pixels at most.',
    'proportions-fine': 'They are those of the document.',
    'proportions-near': 'We cut a little off its edges.',
    'proportions-cut':
      'The photo has {width, number} × {height, number} pixels: we only use its middle. Check in the preview that the whole head is there.',
    'proportions-odd': 'The photo is too narrow or too wide to make a portrait of it. Take one upright.',
    upright: 'It is as the camera saw it.',
    turned: 'We set it upright, as the camera says.',
    'colours-fine': 'The colours are those of a screen.',
    'colours-cmyk':
      'The colours were those of a printer (CMYK) and we converted them. Check in the preview that they look natural.',
    'colours-grey': 'The photo is in black and white. The office may ask for one in colour.',
    'taken-lately': 'The camera says that it is of {day}.',
    'taken-old': 'The camera says that it is of {day}: more than six months ago. If that is right, take another one.',
    'taken-unknown': 'The photo does not say when it was taken: make sure that it is less than six months old.',
    ...faceFindings.en,
  },
});

/** A measured number beside the limits within which it is right. */
export const figureTexts = defineTexts('photo/figures', {
  it: {
    px: '{value, number} pixel',
    mm: '{value, number} mm',
    degrees: '{value, number}°',
    percent: '{value, number} %',
    lightness: '{value, number} di luminosità',
    points: '{value, number}',
    range: '{value} (da {from} a {to})',
    least: '{value} (almeno {from})',
    most: '{value} (al massimo {to})',
  },
  en: {
    px: '{value, number} pixels',
    mm: '{value, number} mm',
    degrees: '{value, number}°',
    percent: '{value, number} %',
    lightness: '{value, number} of lightness',
    points: '{value, number}',
    range: '{value} (from {from} to {to})',
    least: '{value} ({from} at least)',
    most: '{value} ({to} at most)',
  },
});

export type Requirement = Parameters<ReturnType<typeof requirementTexts.for>>[0];
export type Finding = Parameters<ReturnType<typeof findingTexts.for>>[0];
