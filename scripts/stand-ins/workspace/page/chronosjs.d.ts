/** What is used of LivePerson's courier; the package has no types. */
declare module "chronosjs" {
  type Answer = (error: unknown, data?: unknown) => void;

  export class PostMessageCourier {
    /** Without a target it is the half in the frame, and waits for the other. */
    constructor(options: {
      target?: {
        url: string;
        container: HTMLElement;
        attributes: Record<string, string>;
        style: Record<string, string>;
      };
      timeout?: number;
    });
    bind(options: { appName: string; eventName: string; func: (data: unknown) => void }): void;
    unbind(options: { appName: string; eventName: string; func: (data: unknown) => void }): void;
    trigger(options: { appName: string; eventName: string; data: unknown }): void;
    command(options: { appName: string; cmdName: string; data: unknown }, done: Answer): void;
    comply(options: { appName: string; cmdName: string; func: (data: never, done: Answer) => void }): void;
    request(options: { appName: string; reqName: string; data: unknown }, done: Answer): void;
    reply(options: { appName: string; reqName: string; func: (data: never) => unknown }): void;
    dispose(): void;
  }
}
