import { monthName } from '#platform/dates.ts';
import type { Db } from '#platform/database.ts';
import { type Language, localText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { reportsPath } from '../paths.ts';
import { monthOfOffice, readMonth } from './month.query.ts';
import { changesInWords, figuresInWords, monthlyPdf } from './monthly-pdf.ts';
import { workersOf } from './recipients.query.ts';
import { unsubscribePath } from './unsubscribe-link.ts';

/** The monthly report as its e-mail says it. */
export interface MonthToTell {
  readonly office: string;
  readonly month: string;
  readonly figures: readonly string[];
  readonly changes: readonly string[];
  readonly reportsPath: string;
  readonly unsubscribePath: string;
  readonly file: { readonly name: string; readonly content: Buffer };
}

/** What is sent to one recipient now; undefined when they want it no more, or there is nothing to say. */
export async function monthToTell(
  db: Db,
  secrets: Secrets,
  request: { officeId: number; accountId: number; month: string; language: Language; now: Temporal.Instant },
): Promise<MonthToTell | undefined> {
  const { officeId, accountId, language, now } = request;
  const month = readMonth(request.month);
  const worker = (await workersOf(db, officeId)).find((one) => one.accountId === accountId);
  if (month === undefined || !worker?.subscribed) return undefined;
  const found = await monthOfOffice(db, { officeId, month, language });
  if (found === undefined || found.now.isEmpty) return undefined;
  return {
    office: localText(found.office.name, language),
    month: monthName(month, language),
    figures: figuresInWords(found),
    changes: changesInWords(found),
    reportsPath: `${reportsPath(found.office.code)}?period=last-month`,
    unsubscribePath: unsubscribePath(secrets, { officeId, accountId, now }),
    file: { name: monthFile(found.office.code, month), content: await monthlyPdf(found, now) },
  };
}

export function monthFile(officeCode: string, month: Temporal.PlainYearMonth): string {
  return `turno-${officeCode}-${month.toString()}.pdf`;
}
