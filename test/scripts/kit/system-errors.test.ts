import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import { listenOnLoopback } from "../../../scripts/kit/loopback.ts";
import { systemErrorInWords } from "../../../scripts/kit/system-errors.ts";

/** An error as Node makes it; those of rights and of the disk do not come by themselves in a test. */
function systemError(code: string, syscall: string, more: object): Error {
  return Object.assign(new Error(`${code}: as Node says it`), { code, syscall, ...more });
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe("an error of the system, in our words,", () => {
  it("names the file that is not there", () => {
    const error = thrownBy(() => readFileSync("/no/such/file"));
    expect(systemErrorInWords(error)).toBe("/no/such/file is not there; check how it is written");
  });

  it("names the folder that is read as a file, which Node does not", () => {
    const folder = import.meta.dirname;
    const error = thrownBy(() => readFileSync(folder));
    expect(systemErrorInWords(error, folder)).toBe(`${folder} is a folder; name a file`);
  });

  it("names the port that is taken", async () => {
    const { address, close } = await listenOnLoopback(createServer());
    const { port } = new URL(address);
    const error = await listenOnLoopback(createServer(), Number(port)).catch((error) => error);
    await close();
    expect(systemErrorInWords(error)).toBe(
      `Port ${port} is taken by another program; end that, or choose another port`,
    );
  });

  it.each([
    ["EACCES", "open", { path: "/a" }, "/a is not for this user to read or write; change its rights"],
    ["EROFS", "open", { path: "/a" }, "/a is on a disk that nobody may write; copy the project elsewhere"],
    ["ENOSPC", "write", { path: "/a" }, "/a finds no room on the disk; make some"],
    ["EACCES", "listen", { port: 80 }, "Port 80 is not for this user to listen at; choose one from 1024 on"],
    ["ENOENT", "spawn npm", { path: "npm" }, "npm cannot be started; check that it is installed"],
    [
      "ENOTFOUND",
      "getaddrinfo",
      { hostname: "a.example" },
      "a.example is not known to DNS; check how it is written, and the network",
    ],
  ])("says of %s in %s what to do", (code, syscall, more, sentence) => {
    expect(systemErrorInWords(systemError(code, syscall, more))).toBe(sentence);
  });

  it("is what Node says where it is a rare one, or nobody knows of what", () => {
    expect(systemErrorInWords(systemError("EXDEV", "rename", { path: "/a" }))).toBe("EXDEV: as Node says it");
    expect(systemErrorInWords(systemError("EISDIR", "read", {}))).toBe("EISDIR: as Node says it");
  });

  it("is none for a defect of ours", () => {
    expect(systemErrorInWords(new TypeError("undefined is not a function"))).toBeUndefined();
  });
});
