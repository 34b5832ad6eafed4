import { type Crop, frameLimits, type FrameStep } from '#features/photo/index.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, freshForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import type { IconName } from '#ui/icon.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import type { Booking } from '../../booking.query.ts';
import { isOutOfOrder } from '../../photo/busy.ts';
import { BusyAlert } from '../../photo/busy-alert.view.tsx';
import { CropStage } from '../../photo/crop-stage.view.tsx';
import { cropTexts } from '../../photo/crop.text.ts';
import type { NotCut } from '../../photo/cut-anew.ts';
import type { PhotoDetails } from '../../photo/photo-details.query.ts';
import { photoTexts } from '../../photo/photo.text.ts';
import { bookingTexts } from '../own/booking.text.ts';

const steps: readonly (readonly [FrameStep, IconName])[] = [
  ['up', 'arrow-up'],
  ['down', 'arrow-down'],
  ['left', 'arrow-left'],
  ['right', 'arrow-right'],
  ['larger', 'plus'],
  ['smaller', 'minus'],
];

/** The whole picture with the frame of the cut, moved by buttons, keys, mouse or fingers. */
export function CropView(props: {
  context: PageContext;
  booking: Booking;
  details: PhotoDetails & { source: NonNullable<PhotoDetails['source']> };
  crop: Crop;
  /** The cut was not made. */
  notCut: NotCut | undefined;
  /** how often the same was tried before */
  tries: number;
}) {
  const { context, booking, details, crop, notCut, tries } = props;
  const { language, csrf } = context;
  const t = cropTexts.for(language);
  const { id, position, source } = details;
  const path = `/bookings/${booking.code}/photo`;
  const back = `${path}?person=${position}`;
  const limits = frameLimits(source);
  const { proposed } = source;
  const isProposed = proposed.left === crop.left && proposed.top === crop.top && proposed.height === crop.height;
  const reset = `${path}/crop?person=${position}&left=${proposed.left}&top=${proposed.top}&height=${proposed.height}`;
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      breadcrumb={[
        { label: bookingTexts.for(language)('all'), href: sitePaths.bookings },
        { label: booking.code, href: `/bookings/${booking.code}` },
        { label: photoTexts.for(language)('title'), href: back },
        { label: t('title') },
      ]}
    >
      <PageHeading title={t('title')} lead={t('lead')} />
      {notCut && <BusyAlert language={language} seconds={notCut.busyFor} what="crop" isLost={notCut.isLost ?? false} />}
      <Form id="crop" form={freshForm(language)} csrf={csrf} action={`${path}/crop?person=${position}`}>
        <input type="hidden" name="person" value={String(position)} />
        <input type="hidden" name="proposal" value={id} />
        {(['left', 'top', 'height'] as const).map((name) => (
          <input key={name} type="hidden" name={name} value={String(crop[name])} />
        ))}
        {notCut && <input type="hidden" name="tries" value={String(tries + 1)} />}
        <div
          class="t-crop"
          data-crop
          data-width={source.width}
          data-height={source.height}
          data-place={t('place', { left: '[left]', top: '[top]', height: '[height]' })}
          data-size={t('size')}
          data-least={limits.least}
          data-most={limits.most}
          data-retry={retryAfter(notCut, tries)}
          data-retry-words={t('busyAlone')}
        >
          <div class="t-crop-picture">
            <CropStage
              picture={`${path}/source?person=${position}&id=${id}`}
              size={source}
              crop={crop}
              label={`${t('picture')}. ${placeWords(crop, source, language)}`}
            />
          </div>
          <p class="t-hint" id="crop-by">
            {t('by')}
          </p>
          <div class="t-crop-steps" role="group" aria-label={t('buttons')} aria-describedby="crop-by">
            {steps.map(([step, icon]) => (
              <Button key={step} kind="secondary" small icon={icon} name="step" value={step}>
                {t(step)}
              </Button>
            ))}
          </div>
        </div>
        <Actions>
          <Button icon="check" busy={t('using')}>
            {t('use')}
          </Button>
          <ButtonLink href={back} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
      {!isProposed && (
        <p class="mt-4">
          <a href={reset}>{t('reset')}</a>
        </p>
      )}
      <p class="t-muted mt-4">{t('only')}</p>
    </Layout>
  );
}

/** How often a page asks a busy service again by itself. */
const mostTries = 12;

/** In how many seconds the page may send the same once more by itself: not without end, and not what went wrong. */
function retryAfter(notCut: NotCut | undefined, tries: number): number | undefined {
  if (!notCut || notCut.isLost || isOutOfOrder(notCut.busyFor) || tries >= mostTries) return undefined;
  return notCut.busyFor;
}

/** `Cornice: 12% da sinistra, 8% dall’alto, alta il 60% della foto.` */
function placeWords(
  { left, top, height }: Crop,
  source: { width: number; height: number },
  language: PageContext['language'],
): string {
  const share = (part: number, whole: number): number => Math.round((100 * part) / whole);
  return cropTexts.for(language)('place', {
    left: share(left, source.width),
    top: share(top, source.height),
    height: share(height, source.height),
  });
}
