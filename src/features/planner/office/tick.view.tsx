import type { ComponentChildren } from 'preact';
import { fieldId } from '#ui/fields/field-id.ts';

/** One thing that is either done too or not, said beside its box; sends `yes`. */
export function Tick(props: { name: string; label: ComponentChildren; hint: ComponentChildren; checked: boolean }) {
  const { name, label, hint, checked } = props;
  const id = fieldId(name);
  return (
    <div class="t-choice">
      <input type="checkbox" id={id} name={name} value="yes" checked={checked} aria-describedby={`${id}-about`} />
      <label for={id}>{label}</label>
      <p class="t-hint" id={`${id}-about`}>
        {hint}
      </p>
    </div>
  );
}
