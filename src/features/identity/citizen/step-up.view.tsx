import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { Door } from '../doors/door.ts';
import { DoorButtons } from '../doors/doors.view.tsx';
import { doorsTexts } from './doors.text.ts';
import { isBooking } from './next-path.tsx';

interface Props {
  context: PageContext;
  doors: readonly Door[];
  intent: string;
  level: 2 | 3;
  next: string | undefined;
}

/** The ways to a surer login; a seat that is held goes on being shown above. */
export function StepUpView({ context, doors, intent, level, next }: Props) {
  const { language } = context;
  const t = doorsTexts.for(language);
  return (
    <Layout context={context} title={t('stepUpTitle')} width="text">
      <PageHeading title={t('stepUpTitle')} lead={t('stepUpLead', { level })} />
      {isBooking(next) && <p>{t('stepUpWait')}</p>}
      {doors.length === 0 ? (
        <p>
          {t('stepUpNone')} <a href={sitePaths.contacts}>{sitePaths.contacts}</a>
        </p>
      ) : (
        <DoorButtons language={language} doors={doors} intent={intent} />
      )}
      {next !== undefined && (
        <p class="mt-4">
          <a href={next}>{t('goOn')}</a>
        </p>
      )}
    </Layout>
  );
}
