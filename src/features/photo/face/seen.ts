/** A picture's pixels: rows of red, green and blue in the colours of screens (sRGB), eight bits each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** Where a face is, in pixels of the picture, and how sure that is, from 0 to 1. */
export interface FaceBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly score: number;
}

/**
 * The points of a face: 478 times x, y and z, in the order of MediaPipe's face mesh, in pixels of the picture. z has the
 * same unit and grows away from the camera. 468 to 472 are one iris, 473 to 477 the other, each from its centre.
 */
export interface FaceMesh {
  readonly points: Float32Array;
}

/** How likely each place of a picture shows a person, from 0 to 255: a coarse grid stretched over the whole of it. */
export interface PersonMask {
  readonly width: number;
  readonly height: number;
  readonly share: Uint8Array;
}

/** What the models see in a picture, on the server and in a browser alike. No template of a face is made of it. */
export interface Seen {
  /** the surest first */
  readonly faces: readonly FaceBox[];
  /** of the surest face */
  readonly mesh: FaceMesh | undefined;
  readonly person: PersonMask | undefined;
}
