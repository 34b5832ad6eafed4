import sharp, { type Sharp } from 'sharp';

/** A picture with a head and shoulders drawn on light grey: made, so that no person is in it. */
export function drawnPortrait(width = 900, height = 1200): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 900" preserveAspectRatio="xMidYMid slice" width="${width}" height="${height}">
    <rect width="700" height="900" fill="#e4e6e8"/><path d="M70 900c0-170 120-230 280-230s280 60 280 230z" fill="#345"/>
    <ellipse cx="350" cy="400" rx="190" ry="250" fill="#c69076"/><path d="M280 380h40M380 380h40M310 520h80" stroke="#432" stroke-width="12"/></svg>`;
  return sharp(Buffer.from(svg)).resize(width, height).flatten({ background: '#e4e6e8' });
}

/** The same as a JPEG. */
export function portraitJpeg(width?: number, height?: number): Promise<Buffer> {
  return drawnPortrait(width, height).jpeg({ quality: 85 }).toBuffer();
}
