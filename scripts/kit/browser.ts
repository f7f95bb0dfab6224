import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { CommandFailure } from "./failures.ts";

/**
 * Starts a headless Chromium that came with `npm ci`: nothing is installed on the machine and nothing is downloaded. It
 * is for Linux on x64; elsewhere `CHROMIUM` names an installed Chromium or Chrome.
 *
 * None of the browser's safeguards is off but its sandbox, which root and most containers cannot have: it is for pages
 * of this project only.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env.CHROMIUM;
  if (!installed && `${process.platform} ${process.arch}` !== "linux x64")
    throw new CommandFailure(
      "Set CHROMIUM to the path of an installed Chrome or Chromium: npm brings one for Linux on x64 only",
    );
  const folder = installed ? "" : unpackedBrowser();
  if (installed && !existsSync(installed))
    throw new CommandFailure(`CHROMIUM names ${installed}, which is not there; correct it`);
  // Only now: reading it takes longer than whole commands that might have started a browser, and do not.
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath: installed || join(folder, "chromium"),
    ignoreDefaultArgs: true,
    args: [...FLAGS, ...(hasSharedMemory() ? [] : ["--disable-dev-shm-usage"])],
    env: { ...process.env, ...(folder && { LD_LIBRARY_PATH: join(folder, "lib"), FONTCONFIG_PATH: folder }) },
  });
}

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-domain-reliability",
  "--disable-field-trial-config",
  "--disable-breakpad",
  "--disable-extensions",
  "--disable-default-apps",
  "--disable-features=DestroyProfileOnBrowserClose,GlobalMediaControls,MediaRouter,OptimizationHints,PaintHolding,Translate",
  "--force-color-profile=srgb",
  "--mute-audio",
  "--password-store=basic",
  "--hide-scrollbars",
  "--font-render-hinting=none",
  "--remote-debugging-pipe",
  "--no-startup-window",
];

/** The browser draws faster with it, and ends where there is too little: many containers have 64 MB. */
function hasSharedMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync("/dev/shm");
    return bavail * bsize >= 1e9;
  } catch {
    return false;
  }
}

/** The package holds the browser, the libraries that a bare system lacks, and a font, each packed. */
function unpackedBrowser(): string {
  const require = createRequire(import.meta.url);
  const entry = require.resolve("@sparticuz/chromium");
  const packed = join(dirname(entry), "../../bin");
  const modules = entry.slice(0, entry.lastIndexOf("@sparticuz"));
  const { version } = JSON.parse(readFileSync(join(packed, "../package.json"), "utf8"));
  const cache = join(modules, ".cache");
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const half = mkdtempSync(join(cache, "chromium-"));
  const browser = join(half, "chromium");
  writeFileSync(browser, unpacked(packed, "chromium.br"));
  chmodSync(browser, 0o755);
  for (const archive of ["al2023.tar.br", "fonts.tar.br"]) untar(unpacked(packed, archive), half);
  writeFileSync(join(half, "fonts.conf"), fontsConfiguration(join(folder, "fonts")));
  return moved(half, folder);
}

function unpacked(folder: string, file: string): Buffer {
  return brotliDecompressSync(readFileSync(join(folder, file)));
}

function untar(archive: Buffer, folder: string): void {
  const { status, error, stderr } = spawnSync("tar", ["-x", "-C", folder, "--no-same-owner"], {
    input: archive,
  });
  if (status !== 0) throw error ?? new Error(`tar failed: ${stderr}`);
}

/** Another process may have been faster; then its folder is as good. */
function moved(from: string, to: string): string {
  try {
    renameSync(from, to);
  } catch (error) {
    rmSync(from, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
  return to;
}

/** The package's font comes first, so that a page looks the same everywhere; the system's fonts serve for the rest. */
function fontsConfiguration(fonts: string): string {
  const family = (name: string) =>
    `<alias binding="same"><family>${name}</family><prefer><family>Open Sans</family></prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${fonts}</dir>
<dir>/usr/share/fonts</dir>
<cachedir prefix="xdg">fontconfig</cachedir>
${["system-ui", "sans-serif", "Arial"].map(family).join("\n")}
</fontconfig>
`;
}
