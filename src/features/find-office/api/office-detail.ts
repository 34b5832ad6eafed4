import { z } from 'zod';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type Language, localParagraphs, type LocalText, localText } from '#platform/language.ts';
import {
  asOffered,
  familyCodes,
  listOfferings,
  listServices,
  type Offering,
  type Office,
  officeAnswer,
  officeRecord,
  questionsOfOffice,
  requestedFilesOfOffice,
  type Service,
  toOfficeAnswer,
} from '#features/offices/index.ts';
import { type AnnouncedClosure, officeHours, type PublicPlanner } from '#features/planner/index.ts';
import { describeQuestion, describeRequestedFile, questionAnswer, requestedFileAnswer } from './office-questions.ts';
import { bookingRules, describeRules } from './office-rules.ts';

const serviceAtOffice = z.object({
  code: z.string(),
  name: z.string(),
  bookable: z.boolean(),
  audience: z.string().nullable().describe('who it is for, in the office’s words'),
  instructions: z.array(z.string()),
  documents: z.array(z.object({ text: z.string(), when: z.string().nullable() })),
  fee: z.string().nullable(),
  rules: bookingRules.nullable().describe('null where it cannot be booked'),
  questions: z.array(questionAnswer).describe('what else is asked of each person'),
  files: z.array(requestedFileAnswer).describe('sent with the booking'),
});

const span = z.object({ starts: z.string(), ends: z.string() });

export const officeDetail = officeAnswer.extend({
  jurisdiction: z.string().nullable(),
  accessibility: z.string().nullable(),
  directions: z.string().nullable(),
  notice: z.string().nullable(),
  remark: z.string().nullable(),
  publicHours: z
    .string()
    .nullable()
    .describe('opening hours to the public, in words: beside those with an appointment'),
  privacy: z
    .object({
      page: z.string().describe('address of the privacy notice on this site'),
      controller: z.string().nullable(),
      dpo: z.string().nullable(),
      text: z.string().nullable(),
    })
    .describe('who answers for people’s data; null what the office has not entered'),
  openingHours: z.array(
    z.object({
      services: z.array(z.string()),
      weekdays: z.array(z.int()).describe('1 Monday … 7 Sunday'),
      starts: z.string(),
      ends: z.string(),
      breaks: z.array(span),
      validFrom: z.string(),
      validTo: z.string().nullable(),
    }),
  ),
  closures: z.array(
    z.object({
      firstDay: z.string(),
      lastDay: z.string(),
      starts: z.string().nullable(),
      ends: z.string().nullable(),
      reason: z.string(),
    }),
  ),
  extraOpenings: z
    .array(
      z.object({
        firstDay: z.string(),
        lastDay: z.string(),
        starts: z.string().nullable(),
        ends: z.string().nullable(),
        reason: z.string(),
      }),
    )
    .describe('hours beside the opening hours, also on days that are closed'),
  services: z.array(serviceAtOffice),
});

/** One office in full: what it has entered, its week, and for each service the instructions and the booking rules. */
export async function describeOffice(
  deps: Deps,
  request: { office: Office; language: Language; now: Temporal.Instant },
): Promise<z.input<typeof officeDetail>> {
  const { office, language, now } = request;
  const from = dayIn(now, office.timeZone);
  const [record, offerings, services, { planners, closures, extraOpenings }, questions, files, families] =
    await Promise.all([
      officeRecord(deps.db, office.id),
      listOfferings(deps.db, office.id),
      listServices(deps.db),
      officeHours(deps.db, { officeId: office.id, from, to: from.add({ years: 1 }) }),
      questionsOfOffice(deps.db, office.id),
      requestedFilesOfOffice(deps.db, office.id),
      familyCodes(deps.db, [office.id]),
    ]);
  const announced = ({ firstDay, lastDay, starts, ends, reason }: AnnouncedClosure) => {
    return {
      firstDay: firstDay.toString(),
      lastDay: lastDay.toString(),
      starts,
      ends,
      reason: localText(reason, language),
    };
  };
  const words = (text: LocalText | null) => text && localText(text, language);
  const offered = services.flatMap((service) => {
    const offering = offerings.find(({ serviceCode }) => serviceCode === service.code);
    return offering || service.kinds.includes(office.kind) ? [{ service, offering }] : [];
  });
  return {
    ...toOfficeAnswer(office, families.get(office.id), language),
    jurisdiction: words(office.jurisdiction),
    accessibility: words(office.accessibility),
    directions: words(office.directions),
    notice: words(office.notice),
    remark: words(office.remark),
    publicHours: words(office.hours),
    privacy: {
      page: `/offices/${office.code}/privacy`,
      controller: record?.privacy?.controller ?? null,
      dpo: record?.privacy?.dpo ?? null,
      text: words(record?.privacy?.text ?? null),
    },
    openingHours: planners.flatMap(({ services: codes, rules }) =>
      rules.map(({ weekdays, starts, ends, breaks, validFrom, validTo }) => {
        return { services: [...codes], weekdays: [...weekdays], starts, ends, breaks: [...breaks], validFrom, validTo };
      }),
    ),
    closures: closures.map(announced),
    extraOpenings: extraOpenings.map(announced),
    services: offered.map(({ service, offering }) => ({
      ...describeService(office, service, offering, planners, { language, now }),
      questions: (questions.get(offering?.id ?? 0) ?? []).map((question) => describeQuestion(question, language)),
      files: (files.get(offering?.id ?? 0) ?? []).map((file) => describeRequestedFile(file, language)),
    })),
  };
}

function describeService(
  office: Office,
  service: Service,
  offering: Offering | undefined,
  planners: readonly PublicPlanner[],
  { language, now }: { language: Language; now: Temporal.Instant },
): Omit<z.input<typeof serviceAtOffice>, 'questions' | 'files'> {
  const own = offering?.instructions;
  const national = service.instructions[office.kind];
  const offered = asOffered(service, offering);
  const fee = offered.fee?.[office.kind];
  return {
    code: service.code,
    name: localText(service.name, language),
    bookable: offering?.bookable ?? false,
    audience: offering?.audience ? localText(offering.audience, language) : null,
    instructions: [...localParagraphs(own, language), ...localParagraphs(national, language)],
    documents: (offered.documents[office.kind] ?? []).map(({ text, when }) => {
      return { text: localText(text, language), when: when && localText(when, language) };
    }),
    fee: fee ? localText(fee, language) : null,
    rules: offering?.bookable ? describeRules(offering, planners, { zone: office.timeZone, now }) : null,
  };
}
