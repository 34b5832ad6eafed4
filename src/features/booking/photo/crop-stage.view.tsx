import type { Crop } from '#features/photo/index.ts';

/** Where the eyes belong, from the top of the frame as shares of its height: 23 to 31 mm from the lower edge of 45. */
const marks = [14 / 45, 22 / 45];

/**
 * The whole picture with the frame of the cut on it, drawn by the server: what lies outside is dimmed. The script moves what
 * is drawn here, by its classes.
 */
export function CropStage(props: {
  picture: string;
  size: { width: number; height: number };
  crop: Crop;
  label: string;
}) {
  const { picture, size, crop, label } = props;
  const { left, top, width, height } = crop;
  return (
    <svg class="t-crop-stage" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
      <image href={picture} width={size.width} height={size.height} />
      <path class="t-crop-shade" fill-rule="evenodd" d={`${boxOf({ left: 0, top: 0, ...size })}${boxOf(crop)}`} />
      <rect class="t-crop-edge" x={left} y={top} width={width} height={height} vector-effect="non-scaling-stroke" />
      <path class="t-crop-marks" d={marksOf(crop)} vector-effect="non-scaling-stroke" />
    </svg>
  );
}

function boxOf({ left, top, width, height }: Crop): string {
  return `M${left} ${top}h${width}v${height}h${-width}z`;
}

function marksOf({ left, top, width, height }: Crop): string {
  const long = width / 12;
  const lines = marks.map((share) => {
    const y = Math.round(top + share * height);
    return `M${left} ${y}h${long}M${left + width} ${y}h${-long}`;
  });
  return lines.join('');
}
