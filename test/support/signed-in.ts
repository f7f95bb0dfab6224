import { createHash, randomBytes } from "node:crypto";
import { freePort } from "../../scripts/kit/loopback.ts";
import { startDomainApi } from "../../scripts/stand-ins/domain-api/server.ts";
import { startMessaging } from "../../scripts/stand-ins/messaging/server.ts";
import { startOidcProvider, startSentinel } from "../../scripts/stand-ins/sign-in/server.ts";
import { type DeskSetup, startDesk, startWorld, widgetAt } from "./desk.ts";
import { whenDone } from "./open-once.ts";

const CLIENT = { clientId: "the-desk", clientSecret: "a secret of the client" };
const ACCOUNT = "12345678";

/** A built desk at which agents sign in at LivePerson, with its provider, and who is assigned to what. */
export async function deskOfLivePerson(setup: DeskSetup = {}) {
  const { publicUrl, client, common } = await settings();
  const [sentinel, messaging] = await Promise.all([startSentinel(client, ACCOUNT), startMessaging()]);
  const domains = { sentinel: hostOf(sentinel), messagingRestApiDomain: hostOf(messaging) };
  const domainApi = await startDomainApi(ACCOUNT, domains);
  whenDone(() => Promise.all([sentinel, messaging, domainApi].map((one) => one.close())));
  const world = await startWorld();
  const environment = {
    ...world.environment,
    ...common,
    DESK_SIGN_IN: "liveperson",
    DESK_ASSIGNMENT_CHECK: "conversation",
    LIVEPERSON_ACCOUNT: ACCOUNT,
    LIVEPERSON_DOMAIN_API: domainApi.address,
    ...setup,
  };
  const desk = await startDesk(environment);
  return {
    ...world,
    environment: environment as Record<string, string>,
    desk,
    provider: sentinel,
    messaging,
    domainApi,
    domains,
    publicUrl,
    browser: browserAt(publicUrl),
  };
}

/** A built desk at which agents sign in at a provider of the bank's. */
export async function deskOfBank(setup: DeskSetup = {}) {
  const { publicUrl, client, common } = await settings();
  const provider = await startOidcProvider(client);
  whenDone(() => provider.close());
  const world = await startWorld();
  const environment = {
    ...world.environment,
    ...common,
    DESK_SIGN_IN: "oidc",
    DESK_ASSIGNMENT_CHECK: "off",
    DESK_ISSUER: provider.address,
    DESK_ALLOWED: "*",
    ...setup,
  };
  const desk = await startDesk(environment);
  return {
    ...world,
    environment: environment as Record<string, string>,
    desk,
    provider,
    publicUrl,
    browser: browserAt(publicUrl),
  };
}

async function settings() {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  return {
    publicUrl,
    client: { ...CLIENT, redirectUri: `${publicUrl}/callback` },
    common: {
      DESK_PUBLIC_URL: publicUrl,
      PORT: String(port),
      DESK_CLIENT_ID: CLIENT.clientId,
      DESK_CLIENT_SECRET: CLIENT.clientSecret,
    },
  };
}

function hostOf({ address }: { address: string }): string {
  return new URL(address).host;
}

/** What a page makes, to prove later that a code is its own. */
export function challengeOfPage() {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

/** Where a browser has arrived, and what stood behind the `#`. */
export type Arrival = { path: string; code: string; error: string; callback: string };

/** As much of a browser as a sign-in needs: it keeps the desk's cookies, and follows where it is sent. */
export type SigningBrowser = ReturnType<typeof browserAt>;

export function browserAt(publicUrl: string) {
  const cookies = new Map<string, string>();
  /** Each `Set-Cookie` as it came. */
  const set: string[] = [];
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");

  function keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      set.push(line);
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
  }

  /** One step: the desk gets its cookies, a provider none. */
  async function step(url: string, headers: Record<string, string> = {}): Promise<Response> {
    const isDesk = url.startsWith(publicUrl);
    const given = { ...headers, ...(isDesk && { cookie: header() }) };
    const answer = await fetch(url, { redirect: "manual", headers: given });
    if (isDesk) keep(answer.headers);
    return answer;
  }

  return {
    cookies,
    set,
    header,
    keep,
    step,
    /** From `/sign-in` to where it ends. */
    async signIn(challenge = ""): Promise<Arrival> {
      let url = `${publicUrl}/sign-in${challenge && `?challenge=${challenge}`}`;
      let callback = "";
      for (let steps = 0; steps < 6; steps += 1) {
        if (url.includes("/callback")) callback = url;
        const answer = await step(url);
        const location = answer.headers.get("location");
        if (!location) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
        url = new URL(location, url).href;
        if (url.startsWith(publicUrl) && url.includes("#")) return { ...arrivalAt(url), callback };
      }
      throw new Error("The sign-in leads nowhere");
    },
  };
}

/** Where a redirect leads, as the page reads it. */
export function arrivalAt(url: string): Omit<Arrival, "callback"> {
  const { pathname, hash } = new URL(url);
  const found = new URLSearchParams(hash.slice(1));
  return { path: pathname, code: found.get("code") ?? "", error: found.get("error") ?? "" };
}

/** A widget that has signed in within the frame. */
export async function signedInWidget(world: { publicUrl: string; browser: SigningBrowser }) {
  const widget = widgetAt(world.publicUrl);
  const { code } = await world.browser.signIn();
  const session = await widget.begin({ code }, { cookie: world.browser.header() });
  world.browser.keep(session.headers);
  return { widget, code, session };
}
