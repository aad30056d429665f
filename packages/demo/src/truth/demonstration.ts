/**
 * Demonstration values for what no source gives (the county's own standards). The overlay of a pack may hold the same values;
 * nothing of real policy is claimed.
 */
/** Rural 低保 standard of the demonstration county, fen a person and year. */
export const dibaoStandardFen = 466_000
