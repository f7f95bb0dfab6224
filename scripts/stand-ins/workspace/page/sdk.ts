import { PostMessageCourier } from "chronosjs";
import { APP, WRITE } from "./wire.ts";

/**
 * Stands in for LivePerson's client SDK, which a widget loads from LivePerson's address: the same interface at
 * `lpTag.agentSDK`, the same courier below it.
 *
 * https://developers.liveperson.com/agent-workspace-widget-sdk-methods.html
 */
type Done = (error?: unknown) => void;
type Update = (data: unknown) => void;

let courier: PostMessageCourier | undefined;

function connected(): PostMessageCourier {
  if (!courier) throw new Error("Call init first");
  return courier;
}

const agentSDK = {
  cmdNames: { write: WRITE.line, writeSC: WRITE.structuredContent },

  init(_callbacks: Record<string, () => void> = {}): void {
    courier ??= new PostMessageCourier({});
    courier.command({ appName: APP, cmdName: "Initialize", data: {} }, () => undefined);
  },

  bind(path: string, update: Update, done: Done = () => undefined): void {
    connected().bind({ appName: APP, eventName: path, func: update });
    connected().command({ appName: APP, cmdName: "Bind", data: { path } }, done);
  },

  unbind(path: string, update: Update, done: Done = () => undefined): void {
    connected().unbind({ appName: APP, eventName: path, func: update });
    connected().command({ appName: APP, cmdName: "Unbind", data: { path } }, done);
  },

  /** As LivePerson's own does, a failure calls both. */
  get(path: string, ok: (value: unknown) => void, failed: Done = () => undefined): void {
    connected().request({ appName: APP, reqName: "Get", data: { path } }, (error, value) => {
      if (error) failed(error);
      ok(error ? undefined : value);
    });
  },

  command(name: string, data: unknown, done: Done = () => undefined): void {
    connected().command({ appName: APP, cmdName: name, data }, done);
  },

  dispose(): void {
    courier?.dispose();
    courier = undefined;
  },
};

const page = window as { lpTag?: Record<string, unknown> };
page.lpTag = { ...page.lpTag, agentSDK };
