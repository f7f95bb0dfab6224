import type { DeskSettings } from "../../src/agent/desk/variables.ts";
import { errorCode } from "../../src/runtime/fault.ts";
import { VERSION } from "../build/version.ts";
import { type Check, failed, ok, skipped, warning } from "./check.ts";

const LIMIT_MS = 10_000;

/** Asks for the widget at the desk's public address, as a browser does, and reads what it would be told about frames. */
export async function* examineFraming(settings: DeskSettings): AsyncGenerator<Check> {
  const { origin } = settings.DESK_PUBLIC_URL;
  try {
    const signal = AbortSignal.timeout(LIMIT_MS);
    const [health, page] = await Promise.all(
      ["/healthz", "/"].map((path) => fetch(origin + path, { signal, redirect: "manual" })),
    );
    yield await running(origin, health);
    yield framing(page?.headers, settings);
    yield page?.status === 200
      ? ok("widget", "there")
      : failed("widget", `HTTP ${page?.status}`, WITHOUT_WIDGET);
  } catch (error) {
    const seen = errorCode(error) || "no answer";
    const remedy = "Start the desk, and look whether DNS, the certificate and the reverse proxy lead to it.";
    yield failed("address", `nobody answers at ${origin}: ${seen}`, remedy);
    for (const name of ["framing", "widget"]) yield skipped(name, "needs the address");
  }
}

const WITHOUT_WIDGET = "The folder public has to lie beside the desk's file, from the same release.";

async function running(origin: string, health: Response | undefined): Promise<Check> {
  const said = (await health?.json().catch(() => undefined)) as
    | { status?: string; version?: string }
    | undefined;
  if (said?.status !== "ok")
    return failed(
      "address",
      `at ${origin} answers something else than a desk`,
      "Correct DESK_PUBLIC_URL, or the way there.",
    );
  if (said.version === VERSION) return ok("address", `a desk of version ${VERSION} answers at ${origin}`);
  const finding = `the desk at ${origin} is of version ${said.version}, this project of ${VERSION}`;
  return warning("address", finding, "Deploy dist/desk of this project, or run the doctor of the other one.");
}

/** A proxy in between may have taken headers away, or put its own beside them. */
function framing(headers: Headers | undefined, { DESK_FRAME_ANCESTORS }: DeskSettings): Check {
  const policies = headers?.get("content-security-policy") ?? "";
  const ancestors = [...policies.matchAll(/frame-ancestors ([^;,]*)/g)].map(([, list = ""]) =>
    list.split(/\s+/),
  );
  const remedy = "A proxy in front of the desk changes its headers: let it pass them on as they are.";
  if (headers?.has("x-frame-options"))
    return failed("framing", "X-Frame-Options forbids what the content security policy allows", remedy);
  if (ancestors.length === 0)
    return failed("framing", "any page may frame the widget: no frame-ancestors", remedy);
  const refused = DESK_FRAME_ANCESTORS.filter((origin) => !ancestors.every((list) => list.includes(origin)));
  if (refused.length > 0) return failed("framing", `refused to ${refused.join(", ")}`, remedy);
  return ok("framing", `allowed to ${DESK_FRAME_ANCESTORS.join(", ")}`);
}
