import { join } from "node:path";
import { VERSION } from "../../runtime/version.ts";
import { assembleDesk } from "./assemble.ts";
import { defectOf, note } from "./operator-notes.ts";
import { publicFiles } from "./public-files.ts";
import { readDeskSettings } from "./settings.ts";
import { startDesk } from "./start.ts";

/** The process: settings from the environment, the page's files beside this one, until a signal ends it. */
async function main(): Promise<void> {
  const { settings, complaints } = readDeskSettings(process.env);
  if (complaints.length > 0) {
    for (const complaint of complaints) note(complaint);
    process.exitCode = WRONG_SETTINGS;
    return;
  }
  const files = publicFiles(join(import.meta.dirname, "public"), settings.LIVEPERSON_SDK);
  if (!files.has("/"))
    note("There is no widget: the folder public must lie beside the desk's file, from the same release");
  const desk = await assembleDesk(settings, files);
  const { address, finish } = await startDesk(desk);
  if (settings.DESK_SIGN_IN === "none")
    note("DESK_SIGN_IN is none: everybody on this machine is the agent local. For trying out only.");
  note(`${VERSION} listens at ${address} for ${settings.DESK_PUBLIC_URL.origin}`);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      finish().then(() => process.exit(0));
    });
  }
}

const WRONG_SETTINGS = 2;

main().catch((error: NodeJS.ErrnoException) => {
  note(error.syscall ? error.message : defectOf(error).message);
  process.exitCode = 1;
});
