import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "esbuild";

/**
 * Lets a page import LivePerson's own courier between frames, npm package `chronosjs`. Its build is a script that looks
 * for module systems and then for files that it does not bring; here it finds none, and leaves its names in the page.
 *
 * https://github.com/LivePersonInc/chronosjs/blob/master/README/Courier.md
 */
export const chronosjs: Plugin = {
  name: "chronosjs",
  setup({ onResolve, onLoad }) {
    const file = createRequire(import.meta.url).resolve("chronosjs/dist/PostMessageCourier.js");
    onResolve({ filter: /^chronosjs$/ }, () => ({ path: file, namespace: "chronosjs" }));
    onLoad({ filter: /./, namespace: "chronosjs" }, ({ path }) => ({
      loader: "js",
      contents: `(function (exports, module, define, require) {
${readFileSync(path, "utf8")}
}).call(window);
export const { PostMessageCourier } = window.Chronos;`,
    }));
  },
};
