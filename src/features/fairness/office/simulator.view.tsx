import type { Office } from '#features/offices/index.ts';
import { type AtOffice, type Planner, plannerPaths } from '#features/planner/index.ts';
import { clockTime } from '#platform/dates.ts';
import { type Language, localeOf, localText } from '#platform/language.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { SelectField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { ErrorSummary } from '#ui/fields/error-summary.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { fairnessPaths } from '../paths.ts';
import { countWords, lengthWords, percentWords } from '../report/words.ts';
import { type Asked, ways } from '../simulate/asked.ts';
import { Clocks } from '../simulate/clocks.view.tsx';
import { OutcomeFigures } from '../simulate/outcome.view.tsx';
import type { Ground, Simulation } from '../simulate/simulate-release.ts';
import { simulationTexts } from '../simulate/simulation.text.ts';

export interface SimulatorViewProps {
  readonly context: PageContext;
  readonly at: AtOffice;
  readonly planner: Planner;
  readonly ground: Ground;
  readonly simulation: Simulation;
  readonly form: FormState;
}

/** What a release would be like, before it is planned: a form whose answer is the page itself. */
export function SimulatorView(props: SimulatorViewProps) {
  const { context, at, planner, ground, simulation, form } = props;
  const { language } = context;
  const t = simulationTexts.for(language);
  const { office } = at;
  const releases = plannerPaths.releases(office.code, planner.id);
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={`${t('title')} · ${planner.name}`}
      invalid={form.errors.length > 0}
      breadcrumb={[{ label: planner.name, href: releases }, { label: t('title') }]}
    >
      <PageHeading title={t('title')} kicker={planner.name} lead={`${t('lead')} ${t('estimate')}`} />
      <SimulatorForm {...props} />
      <h2>{t('results')}</h2>
      <OutcomeFigures simulation={simulation} used={ground.used} language={language} />
      <Suggestions simulation={simulation} office={office} planner={planner} language={language} />
      <Clocks simulation={simulation} office={office} language={language} />
      <h2>{t('basis')}</h2>
      <Basis ground={ground} language={language} />
      <p>
        <a href={releases}>{t('back')}</a> · <a href={fairnessPaths.roomRule(office.code, planner.id)}>{t('rule')}</a>
      </p>
    </OfficeLayout>
  );
}

function SimulatorForm({ context, at, planner, form }: SimulatorViewProps) {
  const { language } = context;
  const t = simulationTexts.for(language);
  const { office } = at;
  return (
    <form
      method="get"
      action={fairnessPaths.simulator(office.code, planner.id)}
      class="t-period"
      aria-label={t('title')}
    >
      <ErrorSummary language={language} errors={form.errors} />
      <div class="t-period-fields t-simulator">
        {(['seats', 'people', 'turnMinutes'] as const).map((name) => (
          <TextField key={name} form={form} name={name} label={t(name)} inputmode="numeric" maxlength={7} />
        ))}
        <SelectField
          form={form}
          name="way"
          label={t('way')}
          first={null}
          options={ways.map((value) => ({ value, label: t(`way.${value}`) }))}
        />
        <DayField form={form} name="day" label={t('day')} />
        <TextField form={form} name="time" label={t('time', { city: localText(office.city, language) })} type="time" />
        <Button>{t('run')}</Button>
      </div>
    </form>
  );
}

function Suggestions(props: { simulation: Simulation; office: Office; planner: Planner; language: Language }) {
  const { simulation, office, planner, language } = props;
  const t = simulationTexts.for(language);
  const { asked, better, isDrawBetter, clocks, foreseen } = simulation;
  const count = (among: Simulation['clocks'], moment: string) =>
    among.filter((clock) => clock.moment === moment).length;
  const isHourShown = better !== undefined && asked.way !== 'registration-draw';
  const time = better ? clockTime(better.at, office.timeZone) : '';
  const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 });
  return (
    <>
      <h2>{t('better')}</h2>
      {isDrawBetter && (
        <section class="t-foreseen">
          <h3 class="h4">{t('betterDraw')}</h3>
          <p>
            {t('drawWhy', {
              ratio: number.format(asked.people / asked.seats),
              chance: percentWords(foreseen.chance, language),
            })}
          </p>
          <div class="t-downloads">
            <ButtonLink href={addressOf({ ...asked, way: 'draw' }, office, planner)} kind="secondary">
              {t('takeDraw')}
            </ButtonLink>
            <ButtonLink href={`${fairnessPaths.roomRule(office.code, planner.id)}?ordering=draw`}>
              {t('useDraw')}
            </ButtonLink>
          </div>
        </section>
      )}
      {isHourShown && (
        <section class="t-foreseen">
          <h3 class="h4">{t('betterHour', { time })}</h3>
          <p>
            {t('betterWhy', {
              time,
              city: localText(office.city, language),
              nights: count(better.clocks, 'night'),
              before: count(clocks, 'night'),
              works: count(better.clocks, 'work'),
              worksBefore: count(clocks, 'work'),
            })}
          </p>
          <div class="t-downloads">
            <ButtonLink href={addressOf({ ...asked, opensAt: better.at }, office, planner)} kind="secondary">
              {t('takeHour', { time })}
            </ButtonLink>
            {planner.published && (
              <ButtonLink href={planAddress(asked, better.at, office, planner)}>{t('useHour')}</ButtonLink>
            )}
          </div>
        </section>
      )}
      {!isDrawBetter && !isHourShown && <p>{t('fine')}</p>}
    </>
  );
}

function Basis({ ground, language }: { ground: Ground; language: Language }) {
  const t = simulationTexts.for(language);
  const { history, basis, used, isUseGuessed } = ground;
  const { waitingList, releases } = history;
  const list = releases.map(({ seats, seconds }) =>
    seconds === null
      ? t('notSold', { seats: countWords(seats, language) })
      : t('soldIn', { seats: countWords(seats, language), length: lengthWords(seconds, language) }),
  );
  return (
    <ul>
      <li>{t(`basis.${basis}`, { n: waitingList })}</li>
      <li>{t('waitingList', { n: waitingList, list: list.join('; ') || t('noReleases') })}</li>
      <li>{t('used', { share: percentWords(used, language), guessed: isUseGuessed ? 'yes' : 'no' })}</li>
      <li>{t('refused')}</li>
    </ul>
  );
}

/** The same page with other figures. */
function addressOf(asked: Asked, office: Office, planner: Planner): string {
  const local = asked.opensAt.toZonedDateTimeISO(office.timeZone);
  const query = new URLSearchParams({
    seats: String(asked.seats),
    people: String(asked.people),
    turnMinutes: String(asked.turnMinutes),
    way: asked.way,
    day: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  });
  return `${fairnessPaths.simulator(office.code, planner.id)}?${query.toString()}`;
}

/** The form that plans a release, with the day and hour filled in. */
function planAddress(asked: Asked, at: Temporal.Instant, office: Office, planner: Planner): string {
  const local = at.toZonedDateTimeISO(office.timeZone);
  const [year, month, day] = local.toPlainDate().toString().split('-');
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const query = new URLSearchParams({
    when: 'at',
    moments: `${day}/${month}/${year} ${time}`,
    seats: String(asked.seats),
  });
  return `${plannerPaths.newRelease(office.code, planner.id)}?${query.toString()}`;
}
