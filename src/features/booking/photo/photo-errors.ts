import { checkInWords } from '#features/photo/index.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { isOutOfOrder } from './busy.ts';
import { photoBusyTexts } from './busy.text.ts';
import { photoTexts } from './photo.text.ts';
import type { ReceivedPhoto } from './receive-photo.ts';

/** What is wrong with a form that brings a photo, beside its field; nothing where it can be used. */
export function photoErrors({ own, examined, busyFor }: ReceivedPhoto, language: Language): FieldError[] {
  const t = photoTexts.for(language);
  if (!own) return [{ field: '', reason: 'wrong-csrf', message: t('stale') }];
  if (busyFor !== undefined) {
    const out = isOutOfOrder(busyFor) && photoBusyTexts.for(language)('outUpload');
    return [{ field: 'photo', reason: 'overloaded', message: out || t('busy', { seconds: busyFor }) }];
  }
  if (examined === undefined) return [{ field: 'photo', reason: 'required', message: t('required') }];
  if (examined.portrait !== undefined) return [];
  const faults = examined.checks.filter(({ verdict }) => verdict === 'fail');
  const message = faults.map((fault) => checkInWords(fault, language).message).join(' ');
  return [{ field: 'photo', reason: faults[0]?.finding ?? 'damaged', message }];
}
