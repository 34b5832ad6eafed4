import { Button } from '#ui/button.tsx';
import { Form, freshForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { ProviderFrame } from '../frame.view.tsx';
import { holdersOf } from '../people.ts';
import type { Profile } from '../profiles.ts';
import type { AskedLogin } from './authn-request.rules.ts';
import { Choices, More, People, Send } from './choices.view.tsx';
import { attributeWords, loginTexts } from './login.text.ts';
import { mustDo, oddNames } from './odd-answers.ts';
import { oddTexts } from './odd.text.ts';
import { refusals } from './refusals.ts';

/** Those who work stand behind a heading: a first look is a citizen's. */
const shownGroups = ['citizen', 'new', 'abroad'] as const;

/** Who logs in, or what goes wrong: each is one button of one form, sent to the address that brought the request. */
export function LoginView(props: { context: PageContext; profile: Profile; asked: AskedLogin; serviceName: string }) {
  const { context, profile, asked, serviceName: name } = props;
  const { language } = context;
  const t = loginTexts.for(language);
  const holders = holdersOf(profile.name);
  const works = holders.filter(({ group }) => group === 'works');
  const headings = { citizen: t('citizens'), new: t('new'), abroad: t('abroad') };
  const told = asked.attributes.map((attribute) => attributeWords(attribute, language)).join(', ');
  return (
    <ProviderFrame
      context={context}
      title={t(`title-${profile.name}`)}
      lead={
        <>
          {t('lead', { name })} {told}. {t('level', { level: asked.level })}
        </>
      }
    >
      <Form id="identity" form={freshForm(language)} csrf={context.csrf} action={context.url}>
        {shownGroups.map((group) => {
          const people = holders.filter((holder) => holder.group === group);
          if (people.length === 0) return null;
          return (
            <section key={group} class="mb-4" aria-labelledby={`group-${group}`}>
              <h2 class="h4" id={`group-${group}`}>
                {headings[group]}
              </h2>
              <People caption={headings[group]} people={people} language={language} />
            </section>
          );
        })}
        {works.length > 0 && (
          <More title={t('works')} about={t('worksAbout')}>
            <People caption={t('works')} people={works} language={language} />
          </More>
        )}
        <More title={t('errors')} about={t('errorsAbout')}>
          <Choices
            caption={t('errors')}
            rows={refusals.map((code) => ({
              key: code,
              about: code === 'no-code' ? t(code) : `${t(code)} (ErrorCode ${code})`,
              button: <Send name="refusal" value={code} what={t(code)} language={language} />,
            }))}
          />
        </More>
        <More title={t('odd')} about={t('oddAbout')}>
          <p>{t('oddLead', { name: `${holders[0]?.givenName ?? ''} ${holders[0]?.familyName ?? ''}` })}</p>
          <Choices
            caption={t('odd')}
            rows={oddNames.map((odd) => {
              const what = oddTexts.for(language)(odd);
              const duty = mustDo(odd, { level: asked.level, issuerFormat: profile.issuerFormat });
              return {
                key: odd,
                about: (
                  <>
                    {what}. <span class="t-muted">{`${t('must')} ${t(duty)}.`}</span>
                  </>
                ),
                button: <Send name="odd" value={odd} what={what} language={language} />,
              };
            })}
          />
        </More>
        <p class="mt-4">
          <Button kind="secondary" name="refusal" value="nr25">
            {t('cancel', { name })}
          </Button>
        </p>
      </Form>
    </ProviderFrame>
  );
}
