/** Brings out the button that shows what is typed in a password field; hides it again when the form is sent. */
export function offerPasswords(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-show-password]')) {
    const input = document.getElementById(button.getAttribute('aria-controls') ?? '');
    if (!(input instanceof HTMLInputElement)) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      const isShown = input.type === 'text';
      input.type = isShown ? 'password' : 'text';
      button.setAttribute('aria-pressed', String(!isShown));
    });
    input.form?.addEventListener('submit', () => {
      input.type = 'password';
      button.setAttribute('aria-pressed', 'false');
    });
  }
}
