import { photoRules } from '#features/photo/index.ts';
import { clockTime, dayIn, withArticle } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Actions, Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Field } from '#ui/fields/field.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import type { PhotoOfBooking } from '../completion/completion.rules.ts';
import { CheckList, VerdictBadge } from './check-list.view.tsx';
import { PhotoGuide } from './photo-guide.view.tsx';
import { photoTexts } from './photo.text.ts';

export interface PhotoPanelProps {
  readonly form: FormState;
  readonly csrf: string;
  /** The address of the page of one person's photo: what can be done with it is below. */
  readonly path: string;
  readonly position: number;
  readonly photos: readonly PhotoOfBooking[];
  readonly zone: string;
  /** Whoever looks may send and change it now. */
  readonly open: boolean;
}

/** The photo of one person: the one that waits for a yes, the one that counts, and the way to send another. */
export function PhotoPanel(props: PhotoPanelProps) {
  const { form, photos, position, open } = props;
  const own = photos.filter((photo) => photo.position === position);
  const proposed = open ? own.find(({ state }) => state === 'proposed') : undefined;
  const current = own.find(({ state }) => state === 'accepted');
  const { language } = form;
  const t = photoTexts.for(language);
  return (
    <>
      {proposed && form.errors.length === 0 && <Proposed {...props} photo={proposed} />}
      {current && <Current {...props} photo={current} />}
      {!current && !open && <p>{t('none')}</p>}
      {open && <Upload {...props} isAnother={current !== undefined || proposed !== undefined} />}
      {open && <PhotoGuide language={language} />}
    </>
  );
}

type One = PhotoPanelProps & { photo: PhotoOfBooking };

function Proposed({ form: { language }, csrf, path, position, photo }: One) {
  const t = photoTexts.for(language);
  const hidden = { person: String(position) };
  return (
    <Card title={t('proposed')} icon="camera" highlighted>
      <div class="t-photo-beside">
        <Picture path={path} photo={photo} alt={t('proposedAlt')} />
        <div>
          <p>{t('proposedAbout')}</p>
          <CheckList checks={photo.checks} language={language} />
          <div class="t-actions">
            <ActionForm action={`${path}/accept`} csrf={csrf} language={language} hidden={hidden}>
              <Button icon="check" busy={t('accepting')}>
                {t('accept')}
              </Button>
            </ActionForm>
            <ActionForm
              action={`${path}/remove`}
              csrf={csrf}
              language={language}
              hidden={{ ...hidden, state: 'proposed' }}
            >
              <Button kind="secondary">{t('refuse')}</Button>
            </ActionForm>
          </div>
        </div>
      </div>
    </Card>
  );
}

function Current({ form: { language }, csrf, path, position, photo, zone, open }: One) {
  const t = photoTexts.for(language);
  const { sentAt } = photo;
  const when = { date: withArticle('il', dayIn(sentAt, zone), language), time: clockTime(sentAt, zone) };
  return (
    <section>
      <h2>{t('current')}</h2>
      <div class="t-photo-beside">
        <Picture path={path} photo={photo} alt={t('currentAlt')} />
        <div>
          <p>
            <VerdictBadge verdict={photo.verdict} language={language} />
          </p>
          <p>{t('sentOn', when)}</p>
          <CheckList checks={photo.checks} language={language} />
          {open && (
            <ActionForm
              action={`${path}/remove`}
              csrf={csrf}
              language={language}
              hidden={{ person: String(position), state: 'accepted' }}
            >
              <Button kind="danger" small>
                {t('remove')}
              </Button>
            </ActionForm>
          )}
        </div>
      </div>
    </section>
  );
}

/** The id in the address keeps a browser from showing the one before. */
function Picture({ path, photo, alt }: { path: string; photo: PhotoOfBooking; alt: string }) {
  const address = `${path}/picture?person=${photo.position}&id=${photo.id}`;
  return <img class="t-photo" src={address} alt={alt} width={photo.width} height={photo.height} />;
}

function Upload({ form, csrf, path, position, isAnother }: PhotoPanelProps & { isAnother: boolean }) {
  const t = photoTexts.for(form.language);
  const max = photoRules.file.mostBytes / 1024 / 1024;
  return (
    <section data-upload={t('sending')} data-upload-progress={progressWords(form.language)}>
      <h2>{t(isAnother ? 'chooseAnother' : 'choose')}</h2>
      <Form id="photo-form" form={form} csrf={csrf} action={`${path}?person=${position}`} upload>
        <Field form={form} name="photo" label={t('file')} hint={t('fileHint', { max })}>
          {(control) => <input {...control} required={false} type="file" class="form-control" accept="image/jpeg" />}
        </Field>
        <div class="t-by-touch">
          <Field form={form} name="camera" label={t('camera')} hint={t('cameraHint')} optional marked={false}>
            {(control) => (
              <input {...control} type="file" class="form-control" accept="image/jpeg" capture="environment" />
            )}
          </Field>
        </div>
        <Actions>
          <Button icon="upload" busy={t('sending')} kind={isAnother ? 'secondary' : 'primary'}>
            {t('send')}
          </Button>
        </Actions>
      </Form>
    </section>
  );
}

/** The script puts the share in the place of the number. */
function progressWords(language: Language): string {
  return photoTexts.for(language)('progress', { percent: '0%' });
}
