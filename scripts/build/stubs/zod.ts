import type { Stubs } from "../trim-libraries.ts";

/**
 * The function has one kind of schema, zod's transform, and reads a value with one call, zod's safeParse. Both stay as
 * they are with the constructor of schemas below them; the files around them shrink to what these three ask for.
 */
export const ZOD_STUBS: Stubs = {
  "zod/v4/mini/external.js": {
    instead: `export { safeParse } from "../core/parse.js";
      export { transform } from "./schemas.js";`,
    why: "nothing else is asked of zod; else the build would fail",
  },
  "zod/v4/mini/schemas.js": {
    keep: ["transform"],
    instead: 'import { $ZodTransform as ZodMiniTransform } from "../core/schemas.js";',
    why: "a schema of zod/mini adds methods to that of zod's core, and none of them is called",
  },
  "zod/v4/core/schemas.js": {
    keep: ["$ZodTransform"],
    instead: `import * as core from "./core.js";
      const $ZodType = { init: ({ _zod }) => { _zod.deferred = [() => { _zod.run = _zod.parse; }]; } };`,
    why: "no schema has checks: this is what zod's own constructor comes down to without any",
  },
  "zod/v4/core/core.js": {
    keep: ["_zodDesc", "$constructor"],
    instead: `export const globalConfig = {}, config = () => globalConfig;
      export const $ZodAsyncError = Error, $ZodEncodeError = Error;
      const newError = undefined, installMembers = undefined;`,
    why: "no constructor has a parent or members, no schema is asynchronous or encoded, and nothing is configured",
  },
  "zod/v4/core/parse.js": {
    keep: ["_safeParse", "safeParse", "failure"],
    instead: `import * as core from "./core.js";
      import * as errors from "./errors.js";
      import * as util from "./util.js";`,
    why: "a value is read by safeParse and nothing else",
  },
  "zod/v4/core/errors.js": {
    instead:
      "export class $ZodRealError extends Error { constructor(issues) { super(); this.issues = issues; } }",
    why: "only the issues of an error are read",
  },
  "zod/v4/core/util.js": {
    instead: "export const finalizeIssue = ({ input, ...issue }) => ({ ...issue, path: [] });",
    why: "every issue is ours: it has its message, and concerns the value itself",
  },
};
