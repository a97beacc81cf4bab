// What the server and the page must both know of its limits.

/** Longest text that is coded in one request, in UTF-16 units: some thirty thousand words. */
export const longestText = 200_000
