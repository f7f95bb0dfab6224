/** The generations of LivePerson Functions: the function is built for each. */
export const GENERATIONS = ["v1", "v2"] as const;

/** One of them. */
export type Generation = (typeof GENERATIONS)[number];
