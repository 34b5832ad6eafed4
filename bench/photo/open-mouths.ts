/** People of the set whose smile shows their teeth well, by number: looked at one by one. The others smile with their lips closed, or nearly. */
export const openMouths: readonly string[] = [
  '004',
  '009',
  '010',
  '013',
  '020',
  '027',
  '034',
  '063',
  '083',
  '094',
  '099',
  '102',
  '128',
];
