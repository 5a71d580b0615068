import { el, icon } from "./dom";

const stored = "aiactbot-theme";

/** Follows the system until the person chooses; the choice is kept in this browser. */
export function themeToggle(): HTMLElement {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const button = el("button", { class: "quiet on-bar", testid: "theme-toggle", onclick: toggle });
  system.addEventListener("change", show);
  show();
  return button;

  function isDark(): boolean {
    const chosen = localStorage.getItem(stored);
    return chosen ? chosen === "dark" : system.matches;
  }

  function toggle(): void {
    const next = isDark() ? "light" : "dark";
    // Back to what the system says means following it again.
    if ((next === "dark") === system.matches) localStorage.removeItem(stored);
    else localStorage.setItem(stored, next);
    show();
  }

  function show(): void {
    document.documentElement.dataset.theme = isDark() ? "dark" : "light";
    const next = el("button", { label: isDark() ? "themeLight" : "themeDark" });
    button.dataset.label = next.dataset.label;
    button.setAttribute("aria-label", next.getAttribute("aria-label") ?? "");
    button.title = next.title;
    button.replaceChildren(icon(isDark() ? "sun" : "moon"));
  }
}
