import { clockTime, dayIn, withArticle } from '#platform/dates.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ActionForm, type FormState } from '#ui/fields/form.tsx';
import type { PhotoOfBooking } from '../completion/completion.rules.ts';
import { CheckList, VerdictBadge } from './check-list.view.tsx';
import { PhotoFrame } from './photo-frame.view.tsx';
import { PhotoGuide } from './photo-guide.view.tsx';
import { PhotoUpload } from './photo-upload.view.tsx';
import { photoTexts } from './photo.text.ts';
import type { PhotoSaid } from './said.rules.ts';

export interface PhotoPanelProps {
  readonly form: FormState;
  readonly csrf: string;
  /** The address of the page of one person's photo: what can be done with it is below. */
  readonly path: string;
  readonly position: number;
  readonly photos: readonly PhotoOfBooking[];
  readonly zone: string;
  /** Whoever looks may send and change it now. */
  readonly open: boolean;
  readonly busyFor?: number | undefined;
}

/** The photo of one person at the desk: the one that waits for a yes, the one that counts, and the way to send another. */
export function PhotoPanel(props: PhotoPanelProps) {
  const { form, csrf, path, photos, position, open, busyFor } = props;
  const own = photos.filter((photo) => photo.position === position);
  const proposed = open ? own.find(({ state }) => state === 'at-desk') : undefined;
  const current = own.find(({ state }) => state === 'accepted');
  const { language } = form;
  const t = photoTexts.for(language);
  return (
    <>
      {proposed && form.errors.length === 0 && <Proposed {...props} photo={proposed} />}
      {current && <CurrentPhoto {...props} photo={current} />}
      {!current && !open && <p>{t('none')}</p>}
      {open && (
        <PhotoUpload
          {...{ form, csrf, path, position, busyFor }}
          isAnother={current !== undefined || proposed !== undefined}
          quiet={current !== undefined || proposed !== undefined}
        />
      )}
      {open && <PhotoGuide language={language} />}
    </>
  );
}

type One = PhotoPanelProps & { photo: PhotoOfBooking };

function Proposed({ form: { language }, csrf, path, position, photo }: One) {
  const t = photoTexts.for(language);
  const hidden = { person: String(position), photo: photo.id };
  return (
    <Card title={t('proposed')} icon="camera" highlighted>
      <div class="t-photo-beside">
        <PhotoFrame path={path} photo={photo} alt={t('proposedAlt')} guides />
        <div>
          <p>{t('proposedAbout')}</p>
          <CheckList checks={photo.checks} language={language} />
          <div class="t-actions">
            <ActionForm action={`${path}/accept`} csrf={csrf} language={language} hidden={hidden}>
              <Button icon="check" busy={t('accepting')}>
                {t('accept')}
              </Button>
            </ActionForm>
            <ActionForm
              action={`${path}/remove`}
              csrf={csrf}
              language={language}
              hidden={{ ...hidden, state: 'proposed' }}
            >
              <Button kind="secondary">{t('refuse')}</Button>
            </ActionForm>
          </div>
        </div>
      </div>
    </Card>
  );
}

/** The photo that counts, when it was sent and what was found of it; taken back as long as it is there. */
export function CurrentPhoto(
  props: Pick<One, 'form' | 'csrf' | 'path' | 'position' | 'photo' | 'zone'> & {
    /** what the office says of it so far */
    standing?: string | undefined;
    said?: PhotoSaid | undefined;
    /** the same in words */
    lines?: readonly string[];
  },
) {
  const { form, csrf, path, position, photo, zone, standing, said, lines = [] } = props;
  const { language } = form;
  const t = photoTexts.for(language);
  const { sentAt } = photo;
  const when = { date: withArticle('il', dayIn(sentAt, zone), language), time: clockTime(sentAt, zone) };
  return (
    <section>
      <h2>{t('current')}</h2>
      <div class="t-photo-beside">
        <PhotoFrame path={path} photo={photo} alt={t('currentAlt')} small />
        <div>
          <p>
            <VerdictBadge verdict={photo.verdict} language={language} />
          </p>
          {standing && <p>{standing}</p>}
          <p>{t('sentOn', when)}</p>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <CheckList checks={photo.checks} language={language} said={said} />
          <ActionForm
            action={`${path}/remove`}
            csrf={csrf}
            language={language}
            hidden={{ person: String(position), photo: photo.id, state: 'accepted' }}
          >
            <Button kind="danger" small>
              {t('remove')}
            </Button>
          </ActionForm>
        </div>
      </div>
    </section>
  );
}
