import type { Activity, Citation } from "./api";
import { el, icon, outsideLink } from "./dom";

export const citationsOf = (activity: Activity): Citation[] =>
  (activity.entities ?? []).filter((entity) => entity.type === "https://schema.org/Message").flatMap((entity) => entity.citation ?? []);

/** Puts a chip in the place of every [n] that has a citation. */
export function addChips(body: HTMLElement, citations: Citation[], open: (citation: Citation, chip: HTMLElement) => void): void {
  if (citations.length === 0) return;
  const byPosition = new Map(citations.map((citation) => [citation.position, citation]));
  replaceMarkers(body, (position) => {
    const citation = byPosition.get(position);
    return citation ? chip(citation, String(position), open) : undefined;
  });
}

/** While an answer is being written its sources are not known yet; the markers already look as they will. */
export function addStillChips(body: HTMLElement): void {
  replaceMarkers(body, (position) => el("span", { class: "chip chip-still" }, String(position)));
}

function replaceMarkers(body: HTMLElement, replacement: (position: number) => Node | undefined): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  for (const node of nodes) {
    const parts = node.data.split(/\[(\d{1,2})\]/);
    if (parts.length === 1) continue;
    node.replaceWith(...parts.map((part, index) => {
      if (index % 2 === 0) return part;
      return replacement(Number(part)) ?? `[${part}]`;
    }));
  }
}

function chip(citation: Citation, shown: string, open: (citation: Citation, chip: HTMLElement) => void): HTMLElement {
  const button: HTMLElement = el("button", {
    class: "chip", testid: "citation-chip", attributes: { "aria-label": `${shown}: ${citation.appearance.name}`, title: citation.appearance.name },
    onclick: () => open(citation, button),
  }, shown);
  return button;
}

/** The panel beside the conversation with the passage that an answer rests on. */
export class CitationPanel {
  readonly element = el("aside", { class: "citation-panel", testid: "citation-panel", label: "citation", attributes: { tabindex: "-1" } });
  #opener: HTMLElement | undefined;

  constructor() {
    this.element.hidden = true;
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  open(citation: Citation, opener: HTMLElement): void {
    this.#opener?.classList.remove("chip-open");
    this.#opener = opener;
    opener.classList.add("chip-open");
    const { name, abstract, url, keywords } = citation.appearance;
    this.element.replaceChildren(el("div", { class: "panel-body" },
      el("div", { class: "panel-head" },
        el("span", { class: "panel-title", text: "citation" }),
        el("span", { class: "chip chip-still" }, String(citation.position)),
        el("button", { class: "quiet push-right", testid: "citation-close", label: "close", onclick: () => this.close() }, icon("close"))),
      el("h2", {}, name),
      el("blockquote", {}, abstract),
      el("ul", { class: "keywords" }, ...(keywords ?? []).map((keyword) => el("li", {}, keyword))),
      url && /^https?:/i.test(url)
        ? outsideLink(url, el("span", { text: "openSource" }), icon("link"))
        : null,
    ));
    this.element.hidden = false;
    this.element.focus({ preventScroll: true });
  }

  close(): void {
    if (this.element.hidden) return;
    this.element.hidden = true;
    this.#opener?.classList.remove("chip-open");
    if (this.#opener?.isConnected) this.#opener.focus({ preventScroll: true });
    this.#opener = undefined;
  }
}
