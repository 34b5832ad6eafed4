import { askReasons, needsOverride, standingDecision, suggestedReasons } from '#features/booking/index.ts';
import { ButtonLink } from '#ui/button.tsx';
import { freshForm } from '#ui/fields/form.tsx';
import { bookingPath } from '../../at-office.ts';
import { mayAddAtDesk } from '../completion/may-add.rules.ts';
import { type DecideProps, OneForm } from './decide-form.view.tsx';
import { OwnOverride, Overrides, Several } from './decide-more.view.tsx';
import { decideTexts } from './decide.text.ts';
import { Decided } from './decided.view.tsx';
import { KeyButton } from './key-button.view.tsx';
import type { OnePhotoProps } from './photos.view.tsx';

/** What was decided and the way back, or the buttons: one press each. */
export function Decide(props: OnePhotoProps) {
  const { context, at, shown } = props;
  const { booking, person, photo } = shown;
  const t = decideTexts.for(context.language);
  const standing = standingDecision(booking, person.position);
  const decision = shown.decisions.find(({ id }) => id === standing?.id);
  const mayAct = at.may('serve') && mayAddAtDesk(booking);
  const why = mayAddAtDesk(booking) ? t('mayNotDecide') : t('closed');
  return (
    <div class="t-photo-decide">
      {decision ? (
        <Decided {...props} decision={decision} mayUndo={mayAct} />
      ) : (
        photo && mayAct && <Buttons {...props} photo={photo} />
      )}
      {!mayAct && <p class="t-muted">{why}</p>}
      {mayAct && booking.completion.photo !== 'none' && (
        <p class="mt-3">
          <ButtonLink
            href={`${bookingPath(at.office, booking.code)}/photo?person=${person.position}`}
            kind="plain"
            small
            icon="camera"
          >
            {t('upload')}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

function Buttons(props: DecideProps) {
  const { context, shown, photo, form } = props;
  const t = decideTexts.for(context.language);
  const suggested = suggestedReasons(photo.checks);
  const isElsewhere = form.errors.some(({ field }) => field !== '');
  const bare = isElsewhere ? freshForm(context.language) : form;
  const against = needsOverride(photo);
  const isReached = shown.booking.contactEmail !== null || shown.booking.writtenTo !== null;
  return (
    <>
      <h3 class="visually-hidden">{t('title')}</h3>
      <OneForm {...props} id="decide" form={bare}>
        {suggested.length > 0 && (
          <KeyButton keys="r" kind={against ? 'primary' : 'secondary'} value={`ask:${suggested.join('+')}`}>
            {t('askSuggested', { reasons: suggested.map((reason) => t(reason)).join(', ') })}
          </KeyButton>
        )}
        {against ? (
          <Overrides {...props} />
        ) : (
          <KeyButton keys="a" kind="primary" value="accepted">
            {t('accept')}
          </KeyButton>
        )}
        <fieldset>
          <legend>{t('ask')}</legend>
          <div class="t-photo-reasons">
            {askReasons
              .filter((reason) => reason !== 'other')
              .map((reason, index) => (
                <KeyButton key={reason} keys={index < 9 ? String(index + 1) : undefined} value={`ask:${reason}`}>
                  {t(reason)}
                </KeyButton>
              ))}
          </div>
          <p class="t-muted mt-2 mb-0">{isReached ? t('letter') : t('noLetter')}</p>
        </fieldset>
      </OneForm>
      <Several {...props} />
      {against && <OwnOverride {...props} />}
    </>
  );
}
