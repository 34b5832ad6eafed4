/**
 * What was sent with a form marked `data-kept` is on the server, and its page shows it again. So when the page is an
 * answer to that form, the way back to it and a reload ask for the page, not for the form to be sent once more.
 */
export function askForKeptPages(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-kept]');
  if (form && new URL(form.action).pathname === location.pathname) history.replaceState(null, '', location.href);
}
