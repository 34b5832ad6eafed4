/** How long a seat is kept while the form is filled, and how long the one extension adds. */
export const holdMinutes = 10;
export const extensionMinutes = 5;
