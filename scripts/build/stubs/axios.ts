import type { Stubs } from "../trim-libraries.ts";

/** Files of axios that the function cannot reach, or needs a few lines of. */
export const AXIOS_STUBS: Stubs = {
  "axios/index.js": {
    instead: 'export { AxiosError, default } from "./lib/axios.js";',
    why: "nothing else is imported from it; else the build would fail",
  },
  "axios/lib/axios.js": {
    instead: `import dispatchRequest from "./core/dispatchRequest.js";
      import mergeConfig from "./core/mergeConfig.js";
      export { default as AxiosError } from "./core/AxiosError.js";
      const create = (ours) => ({ request: async (config) => dispatchRequest(mergeConfig(ours, config)) });
      export default { create };`,
    why: "a client is made once, has no interceptors, and is asked by nothing but request",
  },
  "axios/lib/core/dispatchRequest.js": {
    keep: ["dispatchRequest"],
    instead: `import transformData from "./transformData.js";
      import defaults from "../defaults/index.js";
      import AxiosHeaders from "./AxiosHeaders.js";
      import adapters from "../adapters/adapters.js";
      import utils from "../utils.js";
      const isCancel = () => false, throwIfCancellationRequested = () => {};
      const resolveClock = () => Date.now, elapsedSince = () => 0;`,
    why: "a request of ours has no token and no signal that could cancel it, and nobody reads how long it took",
  },
  "axios/lib/utils.js": {
    instead: `export default {
      forEach: (transforms, each) => transforms.forEach(each),
      toSafeFlatObject: (config) => Object.assign(Object.create(null), config),
      getSafeProp: (config, name) => config[name],
    };`,
    why: "our configuration is flat and plain; copied onto no prototype, it takes nothing from a foreign one",
  },
  "axios/lib/core/AxiosHeaders.js": {
    instead: `export default class AxiosHeaders {
      constructor(headers) { Object.assign(this, headers); }
      static from(headers) { return headers instanceof AxiosHeaders ? headers : new AxiosHeaders(headers); }
      static concat(...all) { return new AxiosHeaders(Object.assign({}, ...all)); }
      normalize() {}
      setContentType() {}
      toJSON() { return { ...this }; }
    }`,
    why: "all names are ours: a query's three, and the two of an answer that the adapters let through",
  },
  "axios/lib/core/AxiosError.js": {
    instead: `export default class extends Error {
      constructor(message, code) { super(message); this.name = "AxiosError"; this.code = code; }
    }`,
    why: "only the code of an error is read; this one holds neither request nor key",
  },
  "axios/lib/adapters/adapters.js": {
    instead: "export default { getAdapter: (adapter) => adapter };",
    why: "the adapter is given as a function",
  },
  "axios/lib/core/mergeConfig.js": {
    instead: `const { assign } = Object;
      export default (a, b) => assign({}, a, b, { headers: assign({}, a.headers, b.headers) });`,
    why: "our options are flat but for the headers, and none of them comes from outside",
  },
  "axios/lib/defaults/index.js": {
    instead: "export default { headers: {} };",
    why: "the client names what it needs itself",
  },
};
