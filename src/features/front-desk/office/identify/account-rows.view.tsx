import { identifiedHowName } from '#features/identity/index.ts';
import type { Office } from '#features/offices/index.ts';
import { dayIn, dayMonthYear } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import type { SummaryRow } from '#ui/summary-list.tsx';
import type { AccountAtDesk } from './account-at-desk.query.ts';
import { identifyTexts } from './identify.text.ts';

/** Which office serves the person, and whether their identity was checked; `change`: where it is. */
export function accountRows(
  account: AccountAtDesk,
  { office, language, change }: { office: Office; language: Language; change?: string | undefined },
): SummaryRow[] {
  const t = identifyTexts.for(language);
  return [
    { key: t('office'), value: officeInWords(account, office, language) },
    { key: t('identity'), value: identityInWords(account, office, language), change },
  ];
}

function officeInWords({ own, since }: AccountAtDesk, here: Office, language: Language): string {
  const t = identifyTexts.for(language);
  if (own === undefined) return t('noOffice');
  const family = (office: Office) => office.parentId ?? office.id;
  const name = localText(own.name, language);
  const day = since && dayMonthYear(dayIn(since, here.timeZone), language);
  const named = day ? t('officeSince', { office: name, day }) : name;
  if (own.id === here.id) return named;
  return family(own) === family(here) ? `${named} (${t('officeHere')})` : t('officeElsewhere', { office: named });
}

function identityInWords({ identification }: AccountAtDesk, here: Office, language: Language): string {
  const t = identifyTexts.for(language);
  if (identification === undefined) return t('notIdentified');
  const { how, identifiedAt, operator } = identification;
  const words = {
    day: dayMonthYear(dayIn(identifiedAt, here.timeZone), language),
    how: identifiedHowName(how, language),
  };
  return operator === null ? t('identifiedOnline', words) : t('identified', { ...words, operator });
}
