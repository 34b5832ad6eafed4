import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import { type Language, localeOf, localText } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import { timesPath } from '#ui/frame/site-paths.ts';
import { Icon } from '#ui/icon.tsx';
import { officePath, servicePath } from '../../addresses.ts';
import type { ListedOffice } from '../../first-date/first-date-answer.query.ts';
import { travelFor } from '../../first-date/travel.rules.ts';
import { markKind } from '../../map/mark-kind.rules.ts';
import { MarkSign } from '../../map/mark.view.tsx';
import { LocalWords } from '../office/local-words.view.tsx';
import { firstDateTexts } from './first-date.text.ts';

/** An office of the list: its answer, how far it is, and what whoever comes has to know. */
export function ListedOfficeView(props: {
  language: Language;
  service: string;
  listed: ListedOffice;
  now: Temporal.Instant;
  /** whether the service asks anything of another municipality: it does in Italy */
  inItaly: boolean;
}) {
  const { language, service, listed, now, inItaly } = props;
  const { office, number, km } = listed;
  const t = firstDateTexts.for(language);
  const name = localText(office.name, language);
  const names = new Intl.DisplayNames(localeOf(language), { type: 'language' });
  const spoken = new Intl.ListFormat(localeOf(language)).format(office.languages.map((code) => names.of(code) ?? code));
  const clearance = { none: t('clearanceNone'), notify: t('clearanceNotify'), required: t('clearanceRequired') };
  return (
    <li class="t-listed" id={placeInList(listed)}>
      <MarkSign kind={markKind(listed.date, dayIn(now, office.timeZone))} number={number} />
      <div>
        <h3>
          <a href={officePath(office.code)}>{name}</a>
        </h3>
        <FirstTime language={language} listed={listed} />
        <p>
          {office.address && (
            <>
              <span translate={false}>{office.address}</span>
              <br />
            </>
          )}
          {km !== null && <Journey language={language} km={km} isTown={office.kind === 'consular'} />}
        </p>
        <ul class="t-listed-facts">
          <li>
            <strong>{t('languages')}:</strong> {spoken}
          </li>
          <li>
            <strong>{t('access')}:</strong>{' '}
            {office.accessibility ? <LocalWords language={language} text={office.accessibility} /> : t('noAccess')}
          </li>
          {inItaly && (
            <li>
              <strong>{t('elsewhere')}:</strong> {clearance[listed.clearance]}
            </li>
          )}
        </ul>
      </div>
      <ToTimes {...{ language, service, listed, name }} />
    </li>
  );
}

/** Where an office stands on the page; its mark on the map leads there. */
export function placeInList({ number }: Pick<ListedOffice, 'number'>): string {
  return `office-${number}`;
}

function FirstTime({ language, listed }: { language: Language; listed: ListedOffice }) {
  const t = firstDateTexts.for(language);
  if (listed.date === null || listed.startsAt === null) {
    return <p class="t-answer">{listed.inviteOnly ? t('byInvitation') : `${t('none')}. ${t('noneAbout')}`}</p>;
  }
  return (
    <p class="t-answer t-answer-good">
      <Icon name="check-circle" />
      <span>{firstTimeWords(listed.date, listed.startsAt, { language, zone: listed.office.timeZone })}</span>
    </p>
  );
}

/** "Martedì 24 novembre 2026, ore 09:20" */
export function firstTimeWords(
  date: Temporal.PlainDate,
  startsAt: Temporal.Instant,
  { language, zone }: { language: Language; zone: string },
): string {
  return firstDateTexts.for(language)('first', {
    date: capital(longDate(date, language)),
    time: clockTime(startsAt, zone),
  });
}

function Journey({ language, km, isTown }: { language: Language; km: number; isTown: boolean }) {
  const t = firstDateTexts.for(language);
  const far = travelFor(km);
  if (!far) return <>{capital(t(isTown ? 'hereInTown' : 'here'))}</>;
  const distance = t('km', { km: km < 10 ? Math.round(km * 10) / 10 : Math.round(km) });
  // Beyond what one drives to an office an estimate by car says nothing.
  if (isTown && km > 300) return <>{distance}</>;
  const { by, from, to } = far;
  return (
    <>
      {distance}; {by === 'foot' ? t('byFoot', { from, to }) : t('byCar', { from, to })}
    </>
  );
}

function ToTimes(props: { language: Language; service: string; listed: ListedOffice; name: string }) {
  const { language, service, listed, name } = props;
  const { office, date, inviteOnly } = listed;
  const t = firstDateTexts.for(language);
  if (inviteOnly) return null;
  const href =
    date === null
      ? servicePath(office.code, service)
      : timesPath({ officeCode: office.code, serviceCode: service, day: date, party: 1 });
  return (
    <p class="t-listed-way">
      <ButtonLink href={href} kind={date === null ? 'secondary' : 'primary'}>
        {date === null ? t('calendar') : t('times')}
        <span class="visually-hidden">{t('ofOffice', { office: name })}</span>
      </ButtonLink>
    </p>
  );
}
