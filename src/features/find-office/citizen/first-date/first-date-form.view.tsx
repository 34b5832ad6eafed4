import { Actions, Button } from '#ui/button.tsx';
import { SelectField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Icon } from '#ui/icon.tsx';
import { firstDatePath, reaches } from '../../first-date/first-date-request.ts';
import { firstDateTexts } from './first-date.text.ts';

export const formId = 'first-date';

/** The place, how far, and who it is for. Sent as a post: names and codes are never part of an address. */
export function FirstDateForm(props: {
  context: PageContext;
  form: FormState;
  service: string;
  /** open at once: somebody has typed there, or it is the page's only question */
  personOpen: boolean;
}) {
  const { context, form, service, personOpen } = props;
  const t = firstDateTexts.for(context.language);
  const distances = reaches.map((reach) => ({
    value: reach,
    label: reach === 'province' ? t('withinItsProvince') : t('withinKm', { km: reach }),
  }));
  return (
    <>
      <Form id={formId} form={form} csrf={context.csrf} action="/first-date">
        <input type="hidden" name="service" value={service} />
        <TextField
          form={form}
          name="q"
          label={t('place')}
          hint={t('placeHint')}
          autocomplete="off"
          maxlength={100}
          suggest="/offices/suggestions"
        />
        <SelectField form={form} name="within" label={t('within')} options={distances} first={null} />
        <details class="t-for-whom" open={personOpen}>
          <summary>{t('aboutYou')}</summary>
          <p class="t-hint">{t('aboutYouHint')}</p>
          <div class="row">
            <div class="col-md-6">
              <TextField
                form={form}
                name="givenName"
                label={t('givenName')}
                autocomplete="given-name"
                maxlength={80}
                optional
              />
            </div>
            <div class="col-md-6">
              <TextField
                form={form}
                name="familyName"
                label={t('familyName')}
                autocomplete="family-name"
                maxlength={80}
                optional
              />
            </div>
          </div>
          <TextField
            form={form}
            name="codiceFiscale"
            label={t('codiceFiscale')}
            hint={t('codiceFiscaleHint')}
            size="code"
            autocomplete="off"
            maxlength={24}
            optional
          />
        </details>
        <Actions>
          <Button>{t('submit')}</Button>
        </Actions>
      </Form>
      <div
        class="t-locate"
        hidden
        data-locate={firstDatePath({ service })}
        data-asking={t('asking')}
        data-denied={t('denied')}
        data-unknown={t('noPosition')}
      >
        <button class="btn btn-outline-primary" type="button" aria-describedby="locate-about">
          <Icon name="map-marker" />
          {t('position')}
        </button>
        <p class="t-hint" id="locate-about">
          {t('positionAbout')}
        </p>
        <p class="t-locate-answer" role="status" />
      </div>
    </>
  );
}
