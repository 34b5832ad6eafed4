import { describe, expect, it } from 'vitest';
import { withoutControls, withoutTags } from './plain-text.ts';

describe('the text of what others wrote', () => {
  it('has no tags, style sheets and scripts of its HTML', () => {
    const html =
      '<style>p > a { color: red }</style><!-- <b> --><p class="x">Si concede</p><SCRIPT>1 < 2</Script >fine';
    expect(withoutTags(html).replace(/\s+/g, ' ')).toBe('Si concede fine');
    expect(withoutTags('Prima <styled>dopo</styled> ancora <a href="')).toBe('Prima  dopo  ancora');
  });

  it('is read in one pass, however bad it is', () => {
    const size = 2 * 1024 * 1024;
    for (const bad of ['<style', '<script>', '<', '<!--', '<style></styl']) {
      expect(withoutTags(`Si concede ${bad.repeat(size / bad.length)}`)).toBe('Si concede');
    }
  });

  it('has no control characters but line ends and tabs', () => {
    expect(withoutControls('\u0000pro\u0008va\u001f\r\n\tfine')).toBe('prova\r\n\tfine');
  });
});
