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

/** A face drawn well enough for models to take it for one: 700 by 900, the pupils at 280 and 420 across, 390 down. */
export function drawnFace(): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="900"><defs><radialGradient id="skin">
    <stop offset="0" stop-color="#dcae92"/><stop offset="1" stop-color="#a9765a"/></radialGradient></defs>
    <rect width="700" height="900" fill="#e4e6e8"/><path d="M70 900c0-170 120-230 280-230s280 60 280 230z" fill="#345"/>
    <rect x="270" y="580" width="160" height="140" fill="#a9765a"/><ellipse cx="350" cy="330" rx="205" ry="250" fill="#3a2a20"/>
    <ellipse cx="350" cy="410" rx="180" ry="240" fill="url(#skin)"/>
    <path d="M235 345q45-25 90 0M375 345q45-25 90 0" fill="none" stroke="#3a2a20" stroke-width="14"/>
    <path d="M242 390a38 18 0 1 0 76 0a38 18 0 1 0-76 0M382 390a38 18 0 1 0 76 0a38 18 0 1 0-76 0" fill="#f5f2ee"/>
    <circle cx="280" cy="390" r="17" fill="#3d2b1f"/><circle cx="420" cy="390" r="17" fill="#3d2b1f"/>
    <path d="M340 400q-20 70-25 90 35 25 70 0-5-20-25-90" fill="#b98468"/>
    <path d="M318 492q32 22 64 0" fill="none" stroke="#70432f" stroke-width="7"/>
    <path d="M285 560q65-30 130 0-65 40-130 0z" fill="#a4524c"/>
    <path d="M285 560q65 8 130 0" stroke="#6d302c" stroke-width="5" fill="none"/></svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#e4e6e8' });
}
