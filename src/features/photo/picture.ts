/** What a picture's header says of it, upright: as its camera meant it to be seen. */
export interface PictureHeader {
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly colours: 'colour' | 'grey' | 'cmyk';
  /** The camera lay on its side, and says so. */
  readonly turned: boolean;
  /** the day its camera gives; undefined when it gives none */
  readonly takenOn: Temporal.PlainDate | undefined;
}

/** A part of a picture, in its own upright pixels. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A picture decoded: what was kept of it, as rows of red, green and blue. */
export interface Picture {
  readonly header: PictureHeader;
  readonly crop: Crop;
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;
}
