import { describe, expect, it } from "vitest";
import { checkedDomainApi, DOMAIN_API, functionsAddress } from "../../../scripts/account/domain-api.ts";
import { LIMITS } from "../../../scripts/account/request.ts";
import { UsageError } from "../../../scripts/kit/command.ts";
import { serve } from "../../support/loopback-server.ts";

const ACCOUNT = { accountId: "90210001", userId: "4711", token: "tok-5f1c0d2e9ab84d63" };

/** What is found in this process where a domain API on this machine names `baseURI`. */
async function found(baseURI: string, service = "faasUI"): Promise<string> {
  const domainApi = await serve((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ baseURIs: [{ service, account: ACCOUNT.accountId, baseURI }] }));
  });
  return functionsAddress(ACCOUNT, checkedDomainApi(domainApi), LIMITS);
}

describe("the address of a domain API", () => {
  it.each([
    DOMAIN_API,
    "https://adminlogin-z0-intg.liveperson.net",
    "https://api.liveperson.net/",
    "https://lpcdn.lpsnmedia.net",
    "http://127.0.0.1:8123",
    "http://localhost:8123",
    "http://[::1]:8123",
  ])("may be %s", (address) => {
    expect(checkedDomainApi(address).href).toBe(new URL(address).href);
  });

  it.each([
    ["has no scheme", "api.liveperson.net"],
    ["is empty", ""],
    ["is not encrypted", "http://api.liveperson.net"],
    ["is another's", "https://api.example.com"],
    ["only ends like LivePerson's", "https://evilliveperson.net"],
    ["only begins like LivePerson's", "https://api.liveperson.net.example.com"],
    ["hides its host behind a user", "https://api.liveperson.net@example.com"],
    ["holds a password", "https://me:secret@api.liveperson.net"],
    ["has a path", "https://api.liveperson.net/proxy?to="],
    ["has a query", "https://api.liveperson.net?x"],
    ["only begins like this machine's", "http://127.0.0.1.example.com"],
    ["is a file", "file:///etc/passwd"],
  ])("is refused when it %s", (_, address) => {
    expect(() => checkedDomainApi(address)).toThrow(UsageError);
    expect(() => checkedDomainApi(address)).toThrow(/^--domain-api must be https:/);
  });
});

describe("the host that a domain API names", () => {
  it("may be on this machine when the domain API is", async () => {
    expect(await found("127.0.0.1:8124")).toBe("http://127.0.0.1:8124/api/account/90210001");
    expect(await found("localhost:8124")).toBe("http://localhost:8124/api/account/90210001");
  });

  it.each([
    "example.com",
    "va.faasui.liveperson.net",
    "127.0.0.1.example.com",
    "127.0.0.1:8124@example.com",
    "example.com/127.0.0.1",
    "example.com#127.0.0.1",
    "example.com\\127.0.0.1",
    "127.0.0.1:99999",
    "http://127.0.0.1",
    "127.0.0.1 ",
  ])("is not called when it is another: %s", async (named) => {
    await expect(found(named)).rejects.toThrow(
      `The domain API names ${named.trim()} as the host of LivePerson Functions, which is not LivePerson's, so nothing was sent there`,
    );
  });

  it("is named on one line, and without what steers a terminal", async () => {
    await expect(found("\u001b]0;owned\u0007evil.example\nDone.")).rejects.toThrow(
      "The domain API names ]0;owned evil.example Done. as the host",
    );
  });

  it.each([
    ["there is none", "faasUI", ""],
    ["it is another service's", "faasGW", "127.0.0.1:8124"],
  ])("is missing when %s", async (_, service, named) => {
    await expect(found(named, service)).rejects.toThrow(/^The account 90210001 has no LivePerson Functions/);
  });
});
