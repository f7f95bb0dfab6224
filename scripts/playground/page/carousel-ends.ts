/** What the renderer says to a screen reader of the card in sight. */
const PLACE = /^Item (\d+) of (\d+)$/;

/**
 * The renderer's carousel goes round, from its last card to the first. People expect it to end: at either end the arrow
 * that would lead on is hidden by style, and the keyboard goes to the other one.
 */
export function watchEnds(carousel: HTMLElement): void {
  carousel.dataset.end = "first";
  const look = () => {
    const told = carousel.querySelector(":scope > [aria-live]")?.getAttribute("aria-label") ?? "";
    const [, item = "1", of = "0"] = PLACE.exec(told) ?? [];
    const end = item === "1" ? "first" : item === of ? "last" : "none";
    carousel.dataset.end = end;
    const [previous, next] = carousel.querySelectorAll<HTMLElement>(
      ":scope > .lp-json-pollock-layout-carousel-arrow",
    );
    if (end === "first" && document.activeElement === previous) next?.focus();
    if (end === "last" && document.activeElement === next) previous?.focus();
  };
  new MutationObserver(look).observe(carousel, { subtree: true, attributeFilter: ["aria-label"] });
}
