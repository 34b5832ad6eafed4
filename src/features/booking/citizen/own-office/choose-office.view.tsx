import { dayIn, dayMonthYear } from '#platform/dates.ts';
import { type Language, type LocalText, localText } from '#platform/language.ts';
import { listInWords } from '#platform/list-in-words.ts';
import type { FoundOffice, ServingOffice } from '#features/offices/index.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { RadioField, SelectField } from '#ui/fields/choice-field.tsx';
import { freshForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { Carry } from './carry.view.tsx';
import { Municipalities } from './municipalities.view.tsx';
import type { OwnOffice } from './own-office.query.ts';
import { ownOfficeTexts } from './own-office.text.ts';

export interface ChooseOfficeProps {
  context: PageContext;
  own: OwnOffice;
  countries: readonly { code: string; name: LocalText }[];
  /** where they live; undefined until said */
  country: string | undefined;
  q: string;
  serving: readonly ServingOffice[];
  /** found in Italy; undefined before a search */
  municipalities: readonly FoundOffice[] | undefined;
  next: string | undefined;
}

/** Which office serves the place where somebody lives: first the country, then one of its offices. */
export function ChooseOfficeView(props: ChooseOfficeProps) {
  const { context, own, country, next } = props;
  const { language } = context;
  const t = ownOfficeTexts.for(language);
  const title = own.office ? t('titleChange') : t('titleChoose');
  return (
    <Layout
      context={context}
      title={title}
      width="text"
      breadcrumb={[{ label: t('profile'), href: sitePaths.profile }, { label: title }]}
    >
      <PageHeading title={title} lead={own.office ? t('leadChange') : t('leadChoose')} />
      {next && (
        <p>
          <a href={next}>{t('back')}</a>
        </p>
      )}
      {own.office && <OfficeNow own={own} office={own.office} language={language} />}
      <CountryForm {...props} />
      {country === 'IT' && <Municipalities {...props} />}
      {country !== undefined && country !== 'IT' && <Offices {...props} country={country} />}
      <History own={own} language={language} />
    </Layout>
  );
}

function OfficeNow(props: { own: OwnOffice; office: NonNullable<OwnOffice['office']>; language: Language }) {
  const { own, office, language } = props;
  const t = ownOfficeTexts.for(language);
  const since = own.since && t('since', { day: dayMonthYear(dayIn(own.since, office.timeZone), language) });
  const value = (
    <>
      <a href={`/offices/${office.code}`}>{localText(office.name, language)}</a>
      {since && <span class="t-muted">, {since}</span>}
    </>
  );
  return <SummaryList language={language} rows={[{ key: t('now'), value }]} />;
}

function CountryForm({ context, countries, country, next }: ChooseOfficeProps) {
  const { language } = context;
  const t = ownOfficeTexts.for(language);
  const options = countries
    .map(({ code, name }) => ({ value: code, label: localText(name, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <form method="get" action="/profile/office">
      <Carry next={next} />
      <SelectField
        form={freshForm(language, { country: country ?? '' })}
        name="country"
        label={t('country')}
        hint={t('countryHint')}
        options={options}
      />
      <Actions>
        <Button kind={country === undefined ? 'primary' : 'secondary'}>{t('show')}</Button>
      </Actions>
    </form>
  );
}

function Offices({ context, own, serving, country, next }: ChooseOfficeProps & { country: string }) {
  const { language } = context;
  const t = ownOfficeTexts.for(language);
  if (serving.length === 0) return <NoOffice language={language} />;
  const list = (parts: readonly LocalText[]) => listInWords(parts, language);
  const isAlone = serving.length === 1;
  const options = serving.map((office) => {
    const unsaid = isAlone ? t('servesAll') : t('servesUnsaid');
    const serves = office.parts.length > 0 ? t('serves', { parts: list(office.parts) }) : unsaid;
    const isOwn = office.id === own.office?.id;
    return {
      value: office.code,
      label: localText(office.name, language),
      hint: isOwn ? `${t('isOwn')}. ${serves}` : serves,
      disabled: isOwn,
    };
  });
  const chosen = isAlone && serving[0]?.id !== own.office?.id ? (serving[0]?.code ?? '') : '';
  return (
    <form method="get" action="/profile/office" class="mt-4">
      <input type="hidden" name="country" value={country} />
      <Carry next={next} />
      <RadioField
        form={freshForm(language, { office: chosen })}
        name="office"
        label={isAlone ? t('one') : t('which')}
        hint={isAlone ? undefined : t('whichHint')}
        options={options}
      />
      <Actions>
        <Button>{t('see')}</Button>
      </Actions>
    </form>
  );
}

function NoOffice({ language }: { language: Language }) {
  const t = ownOfficeTexts.for(language);
  return (
    <EmptyState icon="office" title={t('none')}>
      <p>{t('noneAbout')}</p>
      <ButtonLink href={sitePaths.offices}>{t('findOffice')}</ButtonLink>
    </EmptyState>
  );
}

function History({ own, language }: { own: OwnOffice; language: Language }) {
  const t = ownOfficeTexts.for(language);
  if (own.history.length === 0) return null;
  return (
    <section aria-labelledby="earlier" class="mt-5">
      <h2 id="earlier" class="h4">
        {t('earlier')}
      </h2>
      <ul>
        {own.history.map(({ name, at }) => (
          <li key={at.toString()}>
            {t('change', {
              day: dayMonthYear(dayIn(at, own.office?.timeZone ?? 'Europe/Rome'), language),
              office: name ? localText(name, language) : t('left'),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
