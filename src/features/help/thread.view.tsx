import { longDate, clockTime } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { helpTexts } from './help.text.ts';
import type { HelpMessage } from './help.query.ts';

/** The messages of a thread, the first on top. `pictures` is where its pictures are, with a final slash. */
export function Thread(props: {
  language: Language;
  messages: readonly HelpMessage[];
  zone: string;
  pictures: string;
  /** What the citizen's own messages are headed with. */
  citizen: string;
}) {
  const { language, messages, zone, pictures, citizen } = props;
  const t = helpTexts.for(language);
  return (
    <ol class="t-thread">
      {messages.map((message) => (
        <li key={message.id} class={message.author === 'office' ? 't-thread-office' : undefined}>
          <p class="t-thread-who">
            <strong>
              {message.author === 'citizen'
                ? citizen
                : message.name === null
                  ? t('someone')
                  : t('officeSays', { name: message.name })}
            </strong>{' '}
            <span class="t-muted">{moment(message.at, zone, language)}</span>
          </p>
          <p class="t-lines">{message.text}</p>
          {message.pictures.length > 0 && (
            <ul class="t-thread-pictures">
              {message.pictures.map(({ id, size }, index) => (
                <li key={id}>
                  <a href={`${pictures}${id}`}>
                    <img
                      src={`${pictures}${id}`}
                      alt={t('picture', { number: index + 1, size: Math.ceil(size / 1024) })}
                      loading="lazy"
                    />
                  </a>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

/** `giovedì 14 gennaio 2027, 09:20` on a clock. */
export function moment(at: Temporal.Instant, zone: string, language: Language): string {
  return `${longDate(at.toZonedDateTimeISO(zone).toPlainDate(), language)}, ${clockTime(at, zone)}`;
}
