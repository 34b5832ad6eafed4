import type { ComponentChildren } from 'preact';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { servicePath } from '../paths.ts';
import { LogInFirst, Refused, SentHere } from './before-joining.view.tsx';
import type { JoinPageProps } from './join-page.ts';
import { joinTexts } from './join.text.ts';
import { PeopleFields } from './people-fields.view.tsx';
import { isBeforeDraw, isBeforeJoining, RoomFacts } from './room-facts.view.tsx';

const formId = 'join';

/** What the waiting room is, and who is to be served. */
export function JoinView(props: JoinPageProps) {
  const { context, at, room, now, form, refused, reader } = props;
  const { language } = context;
  const t = joinTexts.for(language);
  const { office, offering } = at;
  const place = { officeCode: office.code, serviceCode: offering.serviceCode };
  const isEarly = isBeforeJoining(room, now);
  const minutes = Math.round(room.turnSeconds / 60);
  return (
    <JoinFrame {...props} formId={reader === 'ready' && !isEarly ? formId : undefined} invalid={form.errors.length > 0}>
      {props.chosen.date && <SentHere {...props} />}
      {refused && <Refused language={language} reason={refused} />}
      <RoomFacts {...{ language, office, room, now }} />
      <ul class="t-queue-next">
        <li>{isBeforeDraw(room, now) ? t('fairDraw') : t('fairArrival')}</li>
        <li>{t('onePlace')}</li>
        <li>{t('yourTurn', { minutes })}</li>
      </ul>
      {props.news}
      {isEarly ? (
        <Alert language={language} tone="info" title={t('notYetTitle')}>
          <p>
            {t('notYetText')} {t('notYetFair')}
          </p>
        </Alert>
      ) : props.mayNotBook ? null : reader === 'ready' ? (
        <>
          <h2>{t('whoTitle')}</h2>
          <p>{t('whoAbout')}</p>
          <Form id={formId} form={form} csrf={context.csrf}>
            {props.chosen.date && <input type="hidden" name="date" value={props.chosen.date} />}
            <PeopleFields form={form} offering={offering} />
            <Actions>
              <Button busy={t('joining')}>{t('join')}</Button>
              <ButtonLink href={servicePath(place)} kind="plain">
                {t('back')}
              </ButtonLink>
            </Actions>
          </Form>
        </>
      ) : (
        <LogInFirst {...props} reader={reader} />
      )}
    </JoinFrame>
  );
}

/** No room stands before this service now. */
export function NoRoomView(props: Pick<JoinPageProps, 'context' | 'at'> & { isOver: boolean }) {
  const { context, at, isOver } = props;
  const t = joinTexts.for(context.language);
  const place = { officeCode: at.office.code, serviceCode: at.offering.serviceCode };
  return (
    <JoinFrame {...props} lead={null}>
      <Alert language={context.language} tone="info" live title={isOver ? t('overTitle') : t('noneTitle')}>
        <p>{isOver ? t('overText') : t('noneText')}</p>
        <ButtonLink href={servicePath(place)}>{t('noneGo')}</ButtonLink>
      </Alert>
    </JoinFrame>
  );
}

function JoinFrame(
  props: Pick<JoinPageProps, 'context' | 'at'> & {
    lead?: null;
    formId?: string | undefined;
    invalid?: boolean;
    children: ComponentChildren;
  },
) {
  const { context, at, lead, formId, invalid, children } = props;
  const { language } = context;
  const t = joinTexts.for(language);
  const { office, offering } = at;
  const service = localText(offering.serviceName, language);
  const officeName = localText(office.name, language);
  const href = servicePath({ officeCode: office.code, serviceCode: offering.serviceCode });
  return (
    <Layout
      context={context}
      title={`${t('title')} · ${service}`}
      width="text"
      formId={formId}
      invalid={invalid}
      breadcrumb={[
        { label: t('home'), href: sitePaths.home },
        { label: officeName, href: `/offices/${office.code}` },
        { label: service, href },
        { label: t('title') },
      ]}
    >
      <PageHeading
        title={t('title')}
        kicker={`${service} · ${officeName}`}
        lead={lead === null ? undefined : t('lead')}
      />
      {children}
    </Layout>
  );
}
