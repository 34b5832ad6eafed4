import { z } from 'zod';
import {
  atDesk as rulesAtDesk,
  type BookedPerson,
  type Channel,
  readParty,
  restOf,
  visitFields,
} from '#features/booking/index.ts';
import type { Offering, Question } from '#features/offices/index.ts';
import { type Asker, readResident } from '#features/planner/index.ts';
import { fieldError, fieldErrors, type FormValues, formValue } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { AtOffice } from '../../at-office.ts';
import { deskChannels, mayUseChannel } from '../../desk-channel.ts';
import { readDay } from '../../rules.ts';
import { newBookingTexts } from './new-booking.text.ts';
import { type Language, languageOrItalian, languages } from '#platform/language.ts';

export interface DeskAnswers {
  readonly slot: string;
  readonly people: readonly BookedPerson[];
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly language: Language;
  readonly channel: Channel;
  readonly reason: string | null;
  readonly notes: string | null;
}

interface Questions {
  readonly at: Pick<AtOffice, 'may'>;
  readonly offering: Offering;
  /** what the office asks beyond people's data */
  readonly questions: readonly Question[];
  readonly party: number;
  /** at the office */
  readonly today: Temporal.PlainDate;
  /** of the operator */
  readonly language: Language;
}

/** The whole form as typed, made true; all that is wrong at once, in the order of the page. */
export function readDeskForm(
  values: FormValues,
  questions: Questions,
): { ok: true; answers: DeskAnswers } | { ok: false; errors: FieldError[] } {
  const { offering, language } = questions;
  const t = newBookingTexts.for(language);
  const slot = formValue(values, 'slot');
  const anyAge = formValue(values, 'anyAge') === 'yes';
  const day = readDay(formValue(values, 'date'));
  const party = readParty(values, { ...questions, offering: rulesAtDesk(offering, { anyAge }), day });
  const rest = z
    .object({
      ...visitFields(offering),
      email: z
        .string()
        .trim()
        .max(200, 'too-long')
        .transform((typed) => (typed === '' ? null : typed))
        .pipe(z.email('email').nullable()),
      language: z.enum(languages, 'required-choice'),
      channel: z
        .enum(deskChannels, 'required-choice')
        .refine((channel) => mayUseChannel(questions.at, channel), 'required-choice'),
    })
    .safeParse(restOf(values, ['reason', 'notes', 'email', 'phone', 'language', 'channel']));
  const isSlot = slotId.test(slot);
  if (isSlot && party.ok && rest.success) {
    const { email, phone, ...visit } = rest.data;
    return { ok: true, answers: { slot, people: party.people, contactEmail: email, contactPhone: phone, ...visit } };
  }
  const errors = [
    ...(isSlot ? [] : [fieldError('slot', 'required-choice', language, t('slotRequired'))]),
    ...(party.ok ? [] : party.errors),
    ...(rest.success
      ? []
      : fieldErrors(rest.error, language, (key) =>
          key === 'reason.required-choice' ? t('reasonRequired') : undefined,
        )),
  ];
  return { ok: false, errors };
}

const slotId = /^\d{1,18}$/;

/** For whom seats are asked, for the quotas of planners: how they asked, and where they live if the form says so. */
export function askerOf(values: FormValues): Asker {
  const channel = deskChannels.find((one) => one === formValue(values, 'channel')) ?? 'desk';
  return { channel, resident: readResident(formValue(values, 'livesHere')) };
}

/** What a new form begins with. */
export function freshValues(language: string, channel: Channel): FormValues {
  return { language: languageOrItalian(language), channel };
}
