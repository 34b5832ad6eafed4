/**
 * "Usa la mia posizione": asked for by the reader's click alone, rounded to two decimals of a degree (about a kilometre)
 * before it leaves the device. Without scripts the button is not there, and a place can be typed.
 */
export function offerPosition(): void {
  if (!('geolocation' in navigator)) return;
  for (const part of document.querySelectorAll<HTMLElement>('[data-locate]')) {
    const button = part.querySelector('button');
    const answer = part.querySelector<HTMLElement>('[role=status]');
    if (!button || !answer) continue;
    part.hidden = false;
    button.addEventListener('click', () => {
      answer.textContent = part.dataset.asking ?? '';
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          const url = new URL(part.dataset.locate ?? '/offices', location.href);
          url.searchParams.set('near', `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`);
          location.assign(url);
        },
        (error) => {
          const { denied = '', unknown = '' } = part.dataset;
          answer.textContent = error.code === error.PERMISSION_DENIED ? denied : unknown;
        },
        { enableHighAccuracy: false, timeout: 10_000, maximumAge: 600_000 },
      );
    });
  }
}
