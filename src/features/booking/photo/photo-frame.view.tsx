import type { PhotoOfBooking } from '../completion/completion.rules.ts';

/** A portrait as it was cut, large. The id in the address keeps a browser from showing the one before. */
export function PhotoFrame(props: {
  path: string;
  photo: Pick<PhotoOfBooking, 'position' | 'id' | 'width' | 'height'>;
  alt: string;
  /** Marks where the eyes belong: 23 to 31 mm from the lower edge. */
  guides?: boolean;
  small?: boolean;
}) {
  const { path, photo, alt, guides = false, small = false } = props;
  const address = `${path}/picture?person=${photo.position}&id=${photo.id}`;
  return (
    <div class={small ? 't-photo-frame t-photo-frame-small' : 't-photo-frame'}>
      <img class="t-photo" src={address} alt={alt} width={photo.width} height={photo.height} />
      {guides && (
        <svg class="t-photo-guides" viewBox="0 0 350 450" preserveAspectRatio="none" aria-hidden="true">
          <path d="M0 140h22M0 220h22M328 140h22M328 220h22M175 0v14M175 436v14" />
        </svg>
      )}
    </div>
  );
}
