/** Characters of a report on accessibility: a page of writing. */
export const longestProblem = 3000;
