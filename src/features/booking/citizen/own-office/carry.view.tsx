/** Where to go back to, carried along by a form that reads. */
export function Carry({ next }: { next: string | undefined }) {
  return next === undefined ? null : <input type="hidden" name="next" value={next} />;
}
