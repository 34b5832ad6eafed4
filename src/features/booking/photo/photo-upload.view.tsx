import { LiveAid, photoRules } from '#features/photo/index.ts';
import type { Language } from '#platform/language.ts';
import { Actions, Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/fields/choice-field.tsx';
import { fieldIdIn } from '#ui/fields/field-id.ts';
import { Field } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { BusyAlert } from './busy-alert.view.tsx';
import { photoTexts } from './photo.text.ts';

export interface PhotoUploadProps {
  readonly form: FormState;
  readonly csrf: string;
  readonly path: string;
  readonly position: number;
  /** A photo is there already. */
  readonly isAnother: boolean;
  /** Sending is not what is expected next. */
  readonly quiet?: boolean;
  /** Seconds until it may be tried again, when too many photos were being checked. */
  readonly busyFor?: number | undefined;
  /** Whether its person may say that they cover their head. */
  readonly withCovering?: boolean;
  /** Opened by whoever wants it, where something else comes first. */
  readonly folded?: boolean;
}

/** A file or the camera, checked with one press. What is marked stays when the file is refused. */
export function PhotoUpload(props: PhotoUploadProps) {
  const { form, isAnother, busyFor } = props;
  const { language } = form;
  const t = photoTexts.for(language);
  const folded = props.folded === true && form.errors.length === 0 && busyFor === undefined;
  const title = t(isAnother ? 'chooseAnother' : 'choose');
  const words = {
    'data-upload': t('sending'),
    'data-upload-progress': progressWords(language),
    'data-upload-busy': t('busyAlone'),
  };
  return folded ? (
    <details id="send" class="t-photo-fold" {...words}>
      <summary>{title}</summary>
      <UploadForm {...props} />
    </details>
  ) : (
    <section id="send" {...words}>
      <h2>{title}</h2>
      <UploadForm {...props} />
    </section>
  );
}

function UploadForm(props: PhotoUploadProps) {
  const { form, csrf, path, position, quiet = false, busyFor, withCovering = false } = props;
  const { language } = form;
  const t = photoTexts.for(language);
  const max = photoRules.file.mostBytes / 1024 / 1024;
  return (
    <>
      {busyFor !== undefined && <BusyAlert language={language} seconds={busyFor} what="upload" />}
      <LiveAid language={language} fieldId={fieldIdIn(form, 'photo')} />
      <Form id="photo-form" form={form} csrf={csrf} action={`${path}?person=${position}#send`} upload>
        {/* Before the file: what a form carries beside a file is read on the way to it. */}
        {withCovering && (
          <CheckboxField form={form} name="headCovered" label={t('covered')} hint={t('coveredHint')} optional />
        )}
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
          <Button icon="upload" busy={t('sending')} kind={quiet ? 'secondary' : 'primary'}>
            {t('send')}
          </Button>
        </Actions>
      </Form>
    </>
  );
}

/** The script puts the share in the place of the number. */
function progressWords(language: Language): string {
  return photoTexts.for(language)('progress', { percent: '0%' });
}
