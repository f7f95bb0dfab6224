import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { build } from "esbuild";
import { listenOnLoopback } from "../../kit/loopback.ts";
import { chronosjs } from "./chronosjs.ts";
import type { Scene } from "./scene.ts";

/** LivePerson's agent workspace on loopback. */
export type MockWorkspace = {
  /** Of the page with the widget in it. */
  address: string;
  /** Where its client SDK is, which a widget loads. */
  sdk: string;
  /** What the page shows; nothing until somebody says so. */
  scene: Scene;
  close(): Promise<void>;
};

const folder = join(import.meta.dirname, "page");
const SDK_PATH = "/webagent/client-SDK.min.js";

/**
 * Serves a workspace that frames any widget, and the SDK by which that speaks to it.
 *
 * @param port 0 for any free one
 */
export async function startMockWorkspace(port = 0): Promise<MockWorkspace> {
  const files = await bundled();
  const server = createServer(({ url = "/" }, response) => {
    const [path = "/"] = url.split("?");
    const file = path === "/scene.json" ? sceneFile(workspace.scene) : files.get(path);
    if (!file) return response.writeHead(404).end();
    return response
      .writeHead(200, { "content-type": file.type, "cache-control": "no-store" })
      .end(file.content);
  });
  const { address, close } = await listenOnLoopback(server, port);
  const scene = { widget: "about:blank", model: {} };
  const workspace: MockWorkspace = { address, sdk: `${address}${SDK_PATH}`, scene, close };
  return workspace;
}

function sceneFile(scene: Scene): File {
  return { type: "application/json; charset=utf-8", content: JSON.stringify(scene) };
}

type File = { type: string; content: string };

let files: Promise<Map<string, File>> | undefined;

function bundled(): Promise<Map<string, File>> {
  files ??= bundle();
  return files;
}

async function bundle(): Promise<Map<string, File>> {
  const { outputFiles } = await build({
    entryPoints: ["page.ts", "page.css", "sdk.ts"].map((name) => join(folder, name)),
    outdir: "/",
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    plugins: [chronosjs],
  });
  const output = (name: string) => outputFiles.find(({ path }) => path.endsWith(name))?.text ?? "";
  return new Map([
    ["/", { type: "text/html; charset=utf-8", content: readFileSync(join(folder, "index.html"), "utf8") }],
    ["/page.js", { type: "text/javascript; charset=utf-8", content: output("page.js") }],
    ["/page.css", { type: "text/css; charset=utf-8", content: output("page.css") }],
    [SDK_PATH, { type: "text/javascript; charset=utf-8", content: output("sdk.js") }],
  ]);
}
