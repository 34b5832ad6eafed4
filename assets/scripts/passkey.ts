/**
 * A form with a field marked `data-passkey` is answered by the browser's own passkeys before it is sent: `create` makes one,
 * `get` signs with one. What was asked stands in `data-options`; a refusal is sent too, and the server says what to do.
 */
export function offerPasskeys(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-passkey]')) {
    const { form } = field;
    form?.addEventListener('submit', (event) => {
      if (field.value !== '' || event.defaultPrevented) return;
      event.preventDefault();
      void answer(field)
        .catch(() => 'failed')
        .then((text) => {
          field.value = text;
          form.submit();
        });
    });
  }
}

async function answer(field: HTMLInputElement): Promise<string> {
  const options: unknown = JSON.parse(field.dataset.options ?? '');
  const credential =
    field.dataset.passkey === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
            options as PublicKeyCredentialCreationOptionsJSON,
          ),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
        });
  return JSON.stringify(credential);
}
