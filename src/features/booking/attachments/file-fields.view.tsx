import type { RequestedFile } from '#features/offices/index.ts';
import { type Language, localText } from '#platform/language.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import type { Attachment } from './attachments.query.ts';
import { fileKinds } from './file-kind.rules.ts';
import { filesTexts } from './files.text.ts';
import { fieldOf } from './receive-files.ts';

/** One field for each file that is asked for, with what was sent for it already. */
export function FileFields(props: { form: FormState; files: readonly RequestedFile[]; sent: readonly Attachment[] }) {
  const { form, files, sent } = props;
  return (
    <>
      {files.map((file) => (
        <FileField key={file.code} form={form} file={file} sent={sent.find((one) => one.fileCode === file.code)} />
      ))}
    </>
  );
}

function FileField(props: { form: FormState; file: RequestedFile; sent: Attachment | undefined }) {
  const { form, file, sent } = props;
  const { language } = form;
  const t = filesTexts.for(language);
  const max = Math.round(file.maxBytes / 1024 / 1024);
  const hint = (
    <>
      {file.hint && `${localText(file.hint, language)} `}
      {t('kinds', { max })}
      {sent && ` ${t('another')}`}
    </>
  );
  return (
    <div class="mb-4">
      <Field
        form={form}
        name={fieldOf(file)}
        label={localText(file.label, language)}
        hint={hint}
        optional={!file.mandatory}
      >
        {(control) => (
          <input
            {...control}
            type="file"
            class="form-control"
            accept={fileKinds.join(',')}
            required={control.required && !sent}
          />
        )}
      </Field>
      {sent && (
        <p class="d-flex flex-wrap align-items-center gap-2">
          <span translate={false}>{t('sent', { name: sent.name, size: sizeInWords(sent.size, language) })}</span>
          <Button kind="plain" small name="remove" value={sent.id} label={t('removeOf', { name: sent.name })}>
            {t('remove')}
          </Button>
        </p>
      )}
    </div>
  );
}

export function sizeInWords(bytes: number, language: Language): string {
  const t = filesTexts.for(language);
  const mebibyte = 1024 * 1024;
  return bytes < mebibyte
    ? t('kb', { size: Math.max(1, Math.round(bytes / 1024)) })
    : t('mb', { size: bytes / mebibyte });
}
