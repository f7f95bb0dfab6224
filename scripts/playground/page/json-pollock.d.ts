/** LivePerson's renderer without its validator, which would need `eval`: the server validates. */
declare module "json-pollock/dist/json-pollock.global.no_validation.min.js" {
  type Click = { actionData: Record<string, unknown>; metadata?: unknown[] };
  type Renderer = {
    init(options: {
      onAfterElementRendered(element: HTMLElement, template: { type: string }): HTMLElement;
    }): void;
    render(content: unknown): DocumentFragment;
    registerAction(type: string, callback: (click: Click) => void): void;
  };
  export const JsonPollock: Renderer;
}
