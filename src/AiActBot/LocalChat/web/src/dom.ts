import { applyText, type TextKey } from "./texts";

interface Settings {
  class?: string;
  id?: string;
  testid?: string;
  /** What is said on it, in the page's language. */
  text?: TextKey;
  /** Its name for a screen reader, in the page's language. */
  label?: TextKey;
  placeholder?: TextKey;
  values?: string[];
  attributes?: Record<string, string>;
  onclick?: () => void;
}

export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, settings: Settings = {}, ...children: (Node | string | null | undefined)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (settings.class) element.className = settings.class;
  if (settings.id) element.id = settings.id;
  if (settings.testid) element.dataset.testid = settings.testid;
  if (settings.text) element.dataset.text = settings.text;
  if (settings.label) element.dataset.label = settings.label;
  if (settings.placeholder) element.dataset.placeholder = settings.placeholder;
  if (settings.values) element.dataset.values = JSON.stringify(settings.values);
  for (const [name, value] of Object.entries(settings.attributes ?? {})) element.setAttribute(name, value);
  if (settings.onclick) element.addEventListener("click", settings.onclick);
  if (element instanceof HTMLButtonElement) element.type = "button";
  applyText(element);
  element.append(...children.filter((child) => child != null));
  return element;
}

const icons = {
  send: "M4 4l16 8-16 8 3-8-3-8zM7 12h7",
  stop: "M7 7h10v10H7z",
  chat: "M4 5h16v11H9l-5 4V5z",
  mail: "M3 6h18v12H3zM3 7l9 7 9-7",
  bulb: "M9 18h6M10 21h4M12 3a6 6 0 0 0-4 10.5c.8.8 1 1.5 1 2.5h6c0-1 .2-1.7 1-2.5A6 6 0 0 0 12 3z",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3 19 19M5 19l1.7-1.7M17.3 6.7 19 5",
  close: "M6 6l12 12M18 6L6 18",
  up: "M7 11v9H4v-9h3zM7 11l4-7c1.5 0 2.5 1 2.2 2.5L12.6 10H18a2 2 0 0 1 2 2.4l-1.3 6A2 2 0 0 1 16.8 20H7",
  down: "M17 13V4h3v9h-3zM17 13l-4 7c-1.5 0-2.5-1-2.2-2.5l.6-3.5H6a2 2 0 0 1-2-2.4l1.3-6A2 2 0 0 1 7.2 4H17",
  back: "M15 5l-7 7 7 7",
  spark: "M12 4l1.8 5.2L19 11l-5.2 1.8L12 18l-1.8-5.2L5 11l5.2-1.8L12 4z",
  link: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
} as const;

export function icon(name: keyof typeof icons): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", icons[name]);
  svg.append(path);
  return svg;
}

export function outsideLink(address: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return el("a", { attributes: { href: address, target: "_blank", rel: "noopener noreferrer" } }, ...children);
}

/** Two letters in a circle, coloured by who it is. */
export function avatar(name: string, key: string): HTMLElement {
  const words = name.split(" ");
  const letters = (words[0]?.[0] ?? "") + (words.at(-1)?.[0] ?? "");
  return el("span", { class: `avatar avatar-${key}`, attributes: { "aria-hidden": "true" } }, letters);
}

export function botAvatar(): HTMLElement {
  return el("img", { class: "avatar avatar-bot", attributes: { src: "/local/icon.svg", alt: "", width: "32", height: "32" } });
}
