import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import type { Service } from '#features/offices/index.ts';
import { servicePath } from '../../addresses.ts';
import { type FirstDateAnswer, pageSize } from '../../first-date/first-date-answer.query.ts';
import { firstDatePath, type FirstDateRequest } from '../../first-date/first-date-request.ts';
import type { AskedPlace } from '../../first-date/place.query.ts';
import { AreaMap, type AreaMapProps } from '../../map/area-map.view.tsx';
import { FirstDateForm, formId } from './first-date-form.view.tsx';
import { firstDateTexts } from './first-date.text.ts';
import { leadOf, placeName, titleOf } from './heading.ts';
import { KnownPerson, type Known } from './known-person.view.tsx';
import { ListedOfficeView } from './listed-office.view.tsx';
import { OtherOffices, OwnOffice } from './other-offices.view.tsx';
import { ReachLinks } from './reach-links.view.tsx';

export interface FirstDateProps {
  context: PageContext;
  asked: FirstDateRequest;
  service: Service;
  place: AskedPlace;
  /** none while no place is known */
  answer: FirstDateAnswer | undefined;
  map: Omit<AreaMapProps, 'language'> | undefined;
  form: FormState;
  /** who the reader said it is for */
  known: Known | undefined;
  now: Temporal.Instant;
}

/** Before any login: the first free date of each office around a place, as a list and on a map. */
export function FirstDateView(props: FirstDateProps) {
  const { context, service, answer, form, known } = props;
  const { language } = context;
  const t = firstDateTexts.for(language);
  const title = answer ? titleOf(props) : t('title');
  const typedPerson = ['givenName', 'familyName', 'codiceFiscale'].some((name) => form.values[name]);
  const search = (
    <FirstDateForm context={context} form={form} service={service.code} personOpen={!answer || typedPerson} />
  );
  return (
    <Layout
      context={context}
      title={title}
      formId={answer ? undefined : formId}
      invalid={form.errors.length > 0}
      width={answer ? 'wide' : 'text'}
      breadcrumb={[{ label: t('home'), href: sitePaths.home }, { label: t('crumb') }]}
    >
      <PageHeading title={title} lead={answer ? leadOf(answer, language) : t('lead')} />
      {known && <KnownPerson context={context} known={known} back={firstDatePath(props.asked)} />}
      <Choices {...props} />
      {answer ? (
        <>
          <Answer {...props} answer={answer} />
          <section aria-labelledby="again">
            <h2 id="again">{t('formAgain')}</h2>
            <div class="t-text-column">{search}</div>
          </section>
        </>
      ) : (
        <>
          {search}
          <p class="t-muted mt-4">
            <a href={sitePaths.offices}>{t('consulates')}</a>
          </p>
        </>
      )}
    </Layout>
  );
}

function Answer(props: FirstDateProps & { answer: FirstDateAnswer }) {
  const { context, asked, service, place, answer, map, now } = props;
  const { language } = context;
  const t = firstDateTexts.for(language);
  const { bookable, free, items, own } = answer;
  const at = (page: number) => firstDatePath({ ...asked, page });
  return (
    <>
      {place.kind === 'municipality' && place.corrected !== undefined && (
        <p role="status">{t('corrected', { typed: asked.q, name: place.corrected })}</p>
      )}
      {place.kind === 'abroad' && <p>{t('abroad')}</p>}
      {own && <OwnOffice language={language} own={own} place={place} />}
      <ReachLinks language={language} asked={asked} place={place} />
      {bookable === 0 ? (
        <NoOffice {...props} />
      ) : (
        <div class={map ? 't-found' : undefined}>
          {map && <AreaMap language={language} {...map} />}
          <section aria-labelledby="list">
            <h2 id="list">{t('list')}</h2>
            <p>{t('found', { bookable, free })}</p>
            <ol class="t-listing" start={items[0]?.number}>
              {items.map((listed) => (
                <ListedOfficeView
                  key={listed.office.code}
                  {...{ language, listed, now }}
                  service={service.code}
                  inItaly={place.kind !== 'abroad'}
                />
              ))}
            </ol>
            <Pagination
              language={language}
              previous={asked.page > 1 ? at(asked.page - 1) : undefined}
              next={asked.page * pageSize < bookable ? at(asked.page + 1) : undefined}
            />
          </section>
        </div>
      )}
      {place.kind !== 'abroad' && bookable > 0 && (
        <details class="t-estimate">
          <summary>{t('estimateTitle')}</summary>
          <p>{t('estimate')}</p>
        </details>
      )}
      <OtherOffices language={language} answer={answer} near={placeName(place, language)} />
    </>
  );
}

function NoOffice({ context, asked, service, answer }: FirstDateProps) {
  const { language } = context;
  const t = firstDateTexts.for(language);
  const beyond = answer?.beyond ?? [];
  return (
    <EmptyState icon="map-marker" title={t('emptyTitle')}>
      <p>{t('empty')}</p>
      {asked.within !== '50' && asked.within !== 'province' && (
        <p>
          <a href={firstDatePath({ ...asked, within: '50', page: 1 })}>{t('widen')}</a>
        </p>
      )}
      {beyond.length > 0 && (
        <>
          <p class="mb-1">{t('beyond')}:</p>
          <ul>
            {beyond.map(({ office, km }) => (
              <li key={office.code}>
                <a href={servicePath(office.code, service.code)}>{localText(office.name, language)}</a>
                {km !== null && <span class="t-muted"> · {t('km', { km: Math.round(km) })}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </EmptyState>
  );
}

/** A name of several municipalities: one link each; or none that we know. */
function Choices({ context, asked, place }: FirstDateProps) {
  const { language } = context;
  const t = firstDateTexts.for(language);
  if (place.kind !== 'several') return null;
  return (
    <Alert language={language} tone="info" title={t('severalTitle')}>
      <p>{t('several')}</p>
      <ul>
        {place.choices.map(({ code, name, province }) => (
          <li key={code}>
            <a href={firstDatePath({ ...asked, municipality: code })}>{t('municipalityOf', { name, province })}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
