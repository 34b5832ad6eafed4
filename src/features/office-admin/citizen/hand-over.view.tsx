import { type HandOver, roleName } from '#features/identity/index.ts';
import { dayIn, dayMonthYear } from '#platform/dates.ts';
import { type LocalText, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { handOverTexts } from '../hand-over.text.ts';
import { settingsPaths } from '../paths.ts';

interface Props {
  context: PageContext;
  asked: HandOver;
  office: { readonly code: string; readonly name: LocalText; readonly timeZone: string };
  isLate: boolean;
}

export function AnswerHandOverView(props: Props) {
  const { context, asked, office, isLate } = props;
  const { language } = context;
  const t = handOverTexts.for(language);
  const title = t('answerTitle', { office: localText(office.name, language) });
  const isOpen = asked.outcome === null && !isLate;
  return (
    <Layout context={context} title={title} width="text">
      <PageHeading title={title} lead={isOpen ? t('answerLead', { name: asked.fromName }) : undefined} />
      {isOpen ? <Question {...props} /> : <Answered {...props} />}
    </Layout>
  );
}

function Question({ context, asked, office }: Props) {
  const { language, csrf } = context;
  const t = handOverTexts.for(language);
  const name = asked.fromName;
  const roles = new Intl.ListFormat(language).format(asked.keeps.map((role) => roleName(role, language)));
  return (
    <>
      <p>{t('answerMeans', { name })}</p>
      {asked.keeps.length > 0 && <p>{t('answerKeeps', { name, roles })}</p>}
      <p>{t('answerUntil', { day: dayMonthYear(dayIn(asked.expiresAt, office.timeZone), language) })}</p>
      <form method="post" action={`/profile/hand-overs/${asked.id}`}>
        <input type="hidden" name="_csrf" value={csrf} />
        <Actions>
          <Button name="answer" value="accepted">
            {t('accept')}
          </Button>
          <Button kind="secondary" name="answer" value="declined">
            {t('decline')}
          </Button>
        </Actions>
      </form>
    </>
  );
}

function Answered({ context, asked, office }: Props) {
  const { language } = context;
  const t = handOverTexts.for(language);
  const state = asked.outcome === 'accepted' || asked.outcome === 'declined' ? asked.outcome : 'isOver';
  return (
    <>
      <Alert language={language} tone={state === 'accepted' ? 'success' : 'info'} title={t(state)} live>
        <p class="mb-0">{t(`${state}About`)}</p>
      </Alert>
      <Actions>
        {state === 'accepted' ? (
          <ButtonLink href={settingsPaths.hub(office.code)}>{t('acceptedGo')}</ButtonLink>
        ) : (
          <ButtonLink href="/office">{t('desk')}</ButtonLink>
        )}
      </Actions>
    </>
  );
}
