import type { Office, Service } from '#features/offices/index.ts';
import type { Language } from '#platform/language.ts';
import { Card } from '#ui/card.tsx';
import { servicePath } from '../../addresses.ts';
import type { ServiceFacts } from '../../service-facts.query.ts';
import { groundsOf } from './kept-groups.ts';
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
