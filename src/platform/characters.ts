const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What one character may be made of at most, in UTF-16: an emoji of a family has eleven. */
const longestCharacter = 16;

/** Whether a text has at most so many characters, as people count them: an emoji or an accented letter is one. */
export function isWithin(text: string, most: number): boolean {
  if (text.length <= most) return true;
  if (text.length > most * longestCharacter) return false;
  let count = 0;
  for (const _character of segmenter.segment(text)) {
    count += 1;
    if (count > most) return false;
  }
  return true;
}
