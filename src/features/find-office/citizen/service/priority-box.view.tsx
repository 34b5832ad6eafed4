import type { Office, Service } from '#features/offices/index.ts';
import { priorityGrounds, type PrioritySeats } from '#features/planner/index.ts';
import type { Language } from '#platform/language.ts';
import { Card } from '#ui/card.tsx';
import { RadioField } from '#ui/fields/choice-field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { servicePath } from '../../addresses.ts';
import type { ServiceFacts } from '../../service-facts.query.ts';
import { priorityTexts } from './priority.text.ts';

/** "Hai una priorità?": a link that shows the seats kept for some as well. The address never says why. */
export function PriorityBox(props: {
  language: Language;
  priority: NonNullable<ServiceFacts['priority']>;
  office: Office;
  service: Service;
  party: number;
}) {
  const { language, priority, office, service, party } = props;
  const t = priorityTexts.for(language);
  const { shown, seats } = priority;
  return (
    <Card title={t('title')}>
      <p>{shown ? t('shown') : t('about')}</p>
      {!shown && (
        <ul>
          {groundsOf(seats).map(({ ground, age }) => (
            <li key={ground}>{t(ground, { age })}</li>
          ))}
        </ul>
      )}
      <p class="mb-0">
        <a href={servicePath(office.code, service.code, party, !shown)}>{shown ? t('hide') : t('show')}</a>
      </p>
    </Card>
  );
}

/** On which ground somebody asks for a seat kept for some; sent with the time, never in an address. */
export function GroundField(props: { language: Language; form: FormState; seats: readonly PrioritySeats[] }) {
  const { language, form, seats } = props;
  const t = priorityTexts.for(language);
  const grounds = groundsOf(seats).map(({ ground, age }) => ({
    value: ground,
    label: t(ground, { age }),
    hint: t(`${ground}Proof`),
  }));
  return (
    <RadioField
      form={form}
      name="priority"
      label={t('ground')}
      hint={t('groundHint')}
      options={[...grounds, { value: '', label: t('none') }]}
    />
  );
}

function groundsOf(seats: readonly PrioritySeats[]) {
  return priorityGrounds
    .filter((ground) => seats.some(({ grounds }) => grounds.includes(ground)))
    .map((ground) => ({
      ground,
      age: Math.min(...seats.filter(({ grounds }) => grounds.includes(ground)).map(({ minAge }) => minAge)),
    }));
}
