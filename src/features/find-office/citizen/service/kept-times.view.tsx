import type { Office, Service } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { TimesOfDay } from '#ui/calendar/times-of-day.tsx';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import type { Ground, KeptGroup } from './kept-groups.ts';
import { priorityTexts } from './priority.text.ts';

/**
 * The times kept for people with priority, apart from everybody's. The ground is asked first, and browsers that can show
 * only the times that are kept for it; where there is but one ground, choosing a time says it. Sent with the time, never in
 * an address.
 */
export function KeptTimes(props: {
  context: PageContext;
  office: Office;
  service: Service;
  party: number;
  groups: readonly KeptGroup[];
  /** a time was chosen without its ground */
  asks?: boolean | undefined;
}) {
  const { context, office, service, party, groups, asks = false } = props;
  const { language } = context;
  const t = priorityTexts.for(language);
  const grounds = allGrounds(groups);
  const [only] = grounds.length === 1 ? grounds : [];
  const errors = asks && !only ? [{ field: 'priority', reason: 'required-choice', message: t('askGround') }] : [];
  const form: FormState = { language, values: {}, errors };
  const city = localText(office.city, language);
  return (
    <section class="t-card t-kept" aria-labelledby="kept">
      <h2 class="t-card-title" id="kept">
        {t('keptTitle')}
      </h2>
      {groups.length === 0 && <p class="mb-0">{t('keptNone')}</p>}
      {groups.length > 0 && (
        <Form id="kept-times" form={form} csrf={context.csrf} action="/holds">
          <input type="hidden" name="office" value={office.code} />
          <input type="hidden" name="service" value={service.code} />
          <input type="hidden" name="party" value={party} />
          {only ? <OnlyGround form={form} only={only} /> : <GroundField form={form} grounds={grounds} />}
          {groups.map((group) => (
            <div
              key={wordsOf(group.grounds, form)}
              class={only ? undefined : 't-kept-times'}
              data-grounds={group.grounds.map(({ ground }) => ground).join(' ')}
            >
              {groups.length > 1 && <p>{t('keptFor', { grounds: wordsOf(group.grounds, form) })}</p>}
              <TimesOfDay {...{ language, city, zone: office.timeZone, times: group.times, within: true }} />
            </div>
          ))}
        </Form>
      )}
    </section>
  );
}

function OnlyGround({ form, only: { ground, age } }: { form: FormState; only: Ground }) {
  const t = priorityTexts.for(form.language);
  return (
    <>
      <input type="hidden" name="priority" value={ground} />
      <p>
        {t('keptFor', { grounds: wordsOf([{ ground, age }], form) })} {t(`${ground}Proof`)}
      </p>
    </>
  );
}

function GroundField({ form, grounds }: { form: FormState; grounds: readonly Ground[] }) {
  const t = priorityTexts.for(form.language);
  const options = grounds.map(({ ground, age }) => ({
    value: ground,
    label: t(ground, { age }),
    hint: t(`${ground}Proof`),
  }));
  return <RadioField form={form} name="priority" label={t('ground')} hint={t('groundHint')} options={options} />;
}

function wordsOf(grounds: readonly Ground[], { language }: FormState): string {
  const t = priorityTexts.for(language);
  return grounds.map(({ ground, age }) => t(`${ground}Who`, { age })).join(', ');
}

function allGrounds(groups: readonly KeptGroup[]): Ground[] {
  const all = groups.flatMap(({ grounds }) => grounds);
  return all.filter(({ ground }, at) => all.findIndex((other) => other.ground === ground) === at);
}
