import type { FormState } from '#ui/fields/form.tsx';
import { PasswordField } from '#ui/fields/text-field.tsx';
import { passwordTexts } from './password.text.ts';

/** The password an account will have from now on; what it must be like stands beside it. */
export function NewPasswordField({ form, label }: { form: FormState; label?: string | undefined }) {
  const t = passwordTexts.for(form.language);
  return (
    <PasswordField
      form={form}
      name="password"
      label={label ?? t('password')}
      hint={t('passwordHint')}
      autocomplete="new-password"
    />
  );
}

/** Tells a password manager whose password is being set; people read it in the text of the page. */
export function UsernameField({ email }: { email: string }) {
  return <input type="email" name="username" value={email} autocomplete="username" readonly hidden />;
}
