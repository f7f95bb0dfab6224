import { ApiError, type FunctionsApi, type Imported } from "./functions-api.ts";
import type { PackageV2 } from "./package.ts";

/** The same for V2, which takes metadata and manifest in two calls, in this order. */
export async function importV2(api: FunctionsApi, content: PackageV2): Promise<Imported> {
  const { manifest, ...metadata } = content;
  const found = (await api.call("GET", "/functions")) as Array<{ name: string; uuid: string }>;
  const known = found?.find(({ name }) => name === content.name);
  type Manifest = { id?: string; version?: number; environment?: Record<string, string> };
  type Known = { uuid: string; skills?: string[]; manifest?: Manifest; versions?: Manifest[] };
  if (!known) {
    const created = (await api.call("POST", "/functions", metadata)) as Known;
    await api.call("PUT", `/functions/${created.uuid}/manifest`, {
      ...manifest,
      id: created.manifest?.id,
      version: created.manifest?.version ?? -1,
    });
    return { uuid: created.uuid, isNew: true };
  }
  const [whole] = [(await api.call("GET", `/functions/${known.uuid}`)) as Known | Known[]].flat();
  const [newest] = [...(whole?.versions ?? [])].sort((a, b) => (b.version ?? 0) - (a.version ?? 0));
  const current = newest ?? whole?.manifest ?? {};
  await unlessUnchanged(
    api.call("PUT", `/functions/${known.uuid}`, {
      description: content.description,
      ...(whole?.skills && { skills: whole.skills }),
    }),
  );
  await unlessUnchanged(
    api.call("PUT", `/functions/${known.uuid}/manifest`, {
      ...current,
      code: manifest.code,
      environment: { ...manifest.environment, ...current.environment },
    }),
  );
  return { uuid: known.uuid, isNew: false };
}

async function unlessUnchanged(call: Promise<unknown>): Promise<void> {
  await call.catch((error) => {
    if (!(error instanceof ApiError && error.code === "com.liveperson.faas.function.unchanged")) throw error;
  });
}
