/** Makes a list of tabs work, by click and by arrow keys, as the pattern for tabs of ARIA has it. */
export function prepareTabs(list: HTMLElement): void {
  const tabs = [...list.querySelectorAll<HTMLElement>("[role=tab]")].filter(({ hidden }) => !hidden);
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener("click", () => selectTab(tab));
    tab.addEventListener("keydown", ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step === undefined) return;
      const next = tabs[(index + step + tabs.length) % tabs.length];
      if (!next) return;
      selectTab(next);
      next.focus();
    });
  }
}

/** Shows the panel of a tab, and hides those of the others. */
export function selectTab(chosen: HTMLElement): void {
  for (const tab of chosen.parentElement?.querySelectorAll<HTMLElement>("[role=tab]") ?? []) {
    const isChosen = tab === chosen;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    const panel = document.getElementById(tab.getAttribute("aria-controls") ?? "");
    if (panel) panel.hidden = !isChosen;
  }
}
