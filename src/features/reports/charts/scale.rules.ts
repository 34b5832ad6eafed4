/** Round steps from 0 to at least the largest value: three to five lines that a reader can count with. */
export function niceScale(largest: number): { readonly top: number; readonly ticks: readonly number[] } {
  if (largest <= 0) return { top: 1, ticks: [0, 1] };
  const rough = largest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? 10 * power,
  );
  const whole = step < 10 ? Math.ceil(step) : step;
  const count = Math.ceil(largest / whole);
  return { top: whole * count, ticks: Array.from({ length: count + 1 }, (_, index) => index * whole) };
}

/** Which of many labels are written, so that they do not touch: the first always, then every so many. */
export function shownLabels(count: number, most: number): readonly number[] {
  const every = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every);
}

/** How full, in five classes: what a reader tells apart without a scale. */
export function heatClass(share: number): 0 | 1 | 2 | 3 | 4 {
  if (share < 0.25) return 0;
  if (share < 0.5) return 1;
  if (share < 0.75) return 2;
  return share < 0.95 ? 3 : 4;
}
