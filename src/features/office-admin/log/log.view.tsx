import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { SelectField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { freshForm } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import { actionInWords } from './action-in-words.ts';
import type { ShownLog } from './read-log.ts';
import { logTexts } from './log.text.ts';

/** The log with its filters: who, which day, which booking. */
export function LogTable(props: {
  language: Language;
  log: ShownLog;
  path: string;
  timeZone: string;
  /** Of several offices: each line names its own. */
  isNetwork: boolean;
}) {
  const { language, log, path, timeZone, isNetwork } = props;
  const { asked, lines, people, next } = log;
  const t = logTexts.for(language);
  const form = freshForm(language, { ...asked });
  const isFiltered = Object.values(asked).some((value) => value !== '');
  return (
    <>
      <form method="get" action={path} class="row g-3 align-items-end mb-4">
        <div class="col-md-4">
          <SelectField
            form={form}
            name="person"
            label={t('person')}
            first={t('everybody')}
            options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
            optional
          />
        </div>
        <div class="col-md-3">
          <DayField form={form} name="day" label={t('day')} optional />
        </div>
        <div class="col-md-3">
          <TextField form={form} name="code" label={t('code')} maxlength={20} size="code" optional />
        </div>
        <div class="col-md-2 mb-3">
          <Button kind="secondary">{t('filter')}</Button>
        </div>
      </form>
      {isFiltered && (
        <p>
          <ButtonLink href={path} kind="plain" small>
            {t('all')}
          </ButtonLink>
        </p>
      )}
      {lines.length === 0 ? (
        <EmptyState icon="list" title={t('none')}>
          <p>{t('noneWhy')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('caption')}
          dense
          columns={[
            { label: t('when') },
            { label: t('person') },
            { label: t('what') },
            { label: t('about') },
            ...(isNetwork ? [{ label: t('office') }] : []),
          ]}
          rows={lines.map((line) => ({
            key: line.id,
            cells: [
              `${shortDate(dayIn(line.at, timeZone), language)}, ${clockTime(line.at, timeZone)}`,
              line.person,
              actionInWords(line.action, language),
              line.bookingCode === null ? (
                '–'
              ) : (
                <span key="code" class="t-code" translate={false}>
                  {line.bookingCode}
                </span>
              ),
              ...(isNetwork ? [line.office === null ? t('network') : localText(line.office, language)] : []),
            ],
          }))}
        />
      )}
      <Pagination language={language} next={next && `${path}?${next}`} />
    </>
  );
}
