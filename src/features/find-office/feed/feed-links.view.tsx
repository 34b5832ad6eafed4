import type { Language } from '#platform/language.ts';
import { feedTexts } from './feed.text.ts';
import { feedPath, jsonFeedPath } from './paths.ts';

/** At the foot of a service's page: where programs and feed readers read what is free. */
export function FeedLinks({ language, office, service }: { language: Language; office: string; service: string }) {
  const t = feedTexts.for(language);
  return (
    <aside class="t-feed mt-5" aria-labelledby="feed">
      <h2 id="feed" class="h4">
        {t('follow')}
      </h2>
      <p>{t('followAbout')}</p>
      <ul class="list-inline mb-0">
        <li class="list-inline-item me-4">
          <a href={feedPath(office, service, language)} type="application/rss+xml">
            {t('rss')}
          </a>
        </li>
        <li class="list-inline-item">
          <a href={jsonFeedPath(office, service)} type="application/json">
            {t('json')}
          </a>
        </li>
      </ul>
    </aside>
  );
}
