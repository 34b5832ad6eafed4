import { clockTime } from '#platform/dates.ts';
import type { FormValues } from '#platform/http/form.ts';
import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { KeptWork } from '../../own-sessions/kept-work.ts';
import { keptWorkTexts } from './kept-work.text.ts';

export const keptWorkPath = '/profile/kept-work';

interface ShownWork extends KeptWork {
  readonly title: string;
  readonly values: FormValues;
}

/** Forms that were half done at the automatic logout; each is shown again on its own page, as it was. */
export function KeptWorkView(props: {
  context: PageContext;
  work: readonly ShownWork[];
  next: string;
  dropped: boolean;
}) {
  const { context, work, next, dropped } = props;
  const { language } = context;
  const t = keptWorkTexts.for(language);
  return (
    <Layout context={context} title={t('title')} width="text">
      <PageHeading title={t('title')} lead={work.length > 0 ? t('lead') : undefined} />
      {dropped && <Alert language={language} tone="success" title={t('dropped')} live />}
      {work.length === 0 && (
        <EmptyState icon="note" title={t('none')}>
          <p>{t('noneWhy')}</p>
        </EmptyState>
      )}
      {work.map((one) => (
        <Work key={one.id} context={context} work={one} next={next} />
      ))}
      <p class="mt-4">
        <ButtonLink href={next} kind="plain">
          {t('goOn')}
        </ButtonLink>
      </p>
    </Layout>
  );
}

function Work(props: { context: PageContext; work: ShownWork; next: string }) {
  const { context, work, next } = props;
  const { language, csrf } = context;
  const t = keptWorkTexts.for(language);
  const title = work.title.replace(/ · Turno$/, '') || t('form');
  const fields = Object.entries(work.values).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as const),
  );
  return (
    <Card title={title} level={2}>
      <p class="t-muted">
        {t('keptAt', { time: clockTime(work.keptAt, 'Europe/Rome') })} · <span translate={false}>{work.path}</span>
      </p>
      <div class="t-actions">
        {/* Sent with a language, a form is only shown again: nothing is done before its own button is pressed. */}
        <form method="post" action={work.path}>
          <input type="hidden" name="_csrf" value={csrf} />
          <input type="hidden" name="_lang" value={language} />
          <input type="hidden" name="_kept" value={work.id} />
          {fields.map(([name, value], index) => (
            <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
          ))}
          <Button label={t('resumeOf', { title })}>{t('resume')}</Button>
        </form>
        <ActionForm action={`${keptWorkPath}/${work.id}/drop`} csrf={csrf} language={language} hidden={{ next }}>
          <Button kind="plain" label={t('dropOf', { title })}>
            {t('drop')}
          </Button>
        </ActionForm>
      </div>
    </Card>
  );
}
