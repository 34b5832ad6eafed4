/** One office and service in one month, as published; null where a small number is kept back. */
export interface OpenDataRow {
  readonly office: string;
  readonly officeName: string;
  readonly kind: 'consular' | 'municipal';
  readonly country: string;
  readonly province: string | null;
  readonly service: string;
  readonly seatsOffered: number;
  readonly appointments: number | null;
  readonly served: number | null;
  readonly absent: number | null;
  readonly cancelledByCitizen: number | null;
  readonly cancelledByOffice: number | null;
  readonly cancelledBySystem: number | null;
  readonly other: number | null;
  readonly firstFreeMeanDays: number | null;
  readonly firstFreeSamples: number;
}
