import type { ComponentChildren } from 'preact';
import type { PhotoOfBooking } from '#features/booking/index.ts';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { bookingPath } from '../../at-office.ts';
import { placeWords } from './photos-path.ts';
import type { OnePhotoProps } from './photos.view.tsx';

export type DecideProps = OnePhotoProps & { photo: PhotoOfBooking };

/** A form that decides about the photo that is shown; the next of the list follows. */
export function OneForm(props: DecideProps & { id: string; form: FormState; children: ComponentChildren }) {
  const { context, at, look, rows, shown, photo, id, form, children } = props;
  const { code } = shown.booking;
  const index = rows.findIndex((row) => row.code === code && row.position === photo.position);
  const next = rows[index + 1];
  return (
    <Form id={id} form={form} csrf={context.csrf} action={`${bookingPath(at.office, code)}/photo/decide`}>
      <input type="hidden" name="person" value={photo.position} />
      <input type="hidden" name="photo" value={photo.id} />
      <input type="hidden" name="view" value={look.view} />
      <input type="hidden" name="next" value={next ? placeWords(next) : ''} />
      {children}
    </Form>
  );
}
