/** Put in by the build; where the source runs as it is, nothing has this name. */
declare const __VERSION__: string | undefined;

/** Which version of the function runs: that of package.json when it was built, `source` where it was not built. */
export const VERSION = typeof __VERSION__ === "string" ? __VERSION__ : "source";
