import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DeskEnded, startDeskProcess } from "../../../scripts/stand-ins/desk/desk-process.ts";
import { deskFolder, localDesk, startDesk, startWorld } from "../../support/desk.ts";
import { temporaryFolder } from "../../support/temporary-files.ts";

async function ending(environment: Record<string, string>): Promise<DeskEnded> {
  const error = await startDeskProcess(environment, { file: deskFolder() }).catch((reason) => reason);
  if (!(error instanceof DeskEnded)) throw new Error("The desk listens");
  return error;
}

describe("the built desk", () => {
  it("ends with 2 before it listens when settings are wrong, and names each", async () => {
    const { environment } = await startWorld();
    const { status, stdout, stderr } = await ending({
      ...environment,
      DESK_SIGN_IN: "liveperson",
      DESK_PUBLIC_URL: "http://desk.bank.example",
      CLINC_APP_KEY: "an app key in words",
    });
    expect([status, stdout]).toEqual([2, ""]);
    for (const name of ["DESK_PUBLIC_URL", "DESK_CLIENT_ID", "DESK_ASSIGNMENT_CHECK", "CLINC_APP_KEY"])
      expect(stderr).toContain(`[desk] ${name} `);
    expect(stderr).not.toContain("in words");
  });

  it("ends with 1 when its port is taken", async () => {
    const { desk, environment } = await localDesk();
    const { port } = new URL(desk.address);
    const settings = { ...environment, DESK_SIGN_IN: "none", DESK_PUBLIC_URL: desk.address, PORT: port };
    const { status, stderr } = await ending(settings);
    expect(status).toBe(1);
    expect(stderr).toContain("EADDRINUSE");
  });

  it("reads its secrets from files as well", async () => {
    const { environment } = await startWorld();
    const { CLINC_APP_KEY, DESK_SESSION_KEY, ...others } = environment;
    const folder = temporaryFolder();
    writeFileSync(join(folder, "app-key"), `${CLINC_APP_KEY}\n`);
    writeFileSync(join(folder, "session-key"), DESK_SESSION_KEY);
    const desk = await startDesk({
      ...others,
      CLINC_APP_KEY_FILE: join(folder, "app-key"),
      DESK_SESSION_KEY_FILE: join(folder, "session-key"),
      DESK_SIGN_IN: "none",
      DESK_PUBLIC_URL: "http://localhost:8080",
      PORT: "0",
    });
    expect((await fetch(`${desk.address}/healthz`)).status).toBe(200);
  });
});
