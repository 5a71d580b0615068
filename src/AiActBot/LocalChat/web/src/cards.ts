import "./cards.css";
import { drawnCard } from "./card";
import { el } from "./dom";
import { showLanguage, type Language, type TextKey } from "./texts";

interface Shown {
  name: string;
  summary: string;
  bytes: number;
  card: Record<string, unknown>;
}

const choices = { language: ["nl", "en"], theme: ["light", "dark", "contrast"], width: ["360", "1024"], details: ["closed", "open"] } as const;
type Choice = keyof typeof choices;

const labels: Record<Choice, TextKey> = { language: "language", theme: "galleryTheme", width: "galleryWidth", details: "galleryDetails" };

// As many as fit on one picture.
const onOneSheet = 6;

const gallery = el("main", { testid: "gallery" });

const given = (choice: Choice): string => {
  const asked = new URLSearchParams(location.search).get(choice);
  return (choices[choice] as readonly string[]).find((value) => value === asked) ?? choices[choice][0];
};

function picker(choice: Choice): HTMLElement {
  const select = el("select", { testid: `gallery-${choice}` }, ...choices[choice].map((value) => el("option", { attributes: { value } }, value)));
  select.value = given(choice);
  select.addEventListener("change", () => {
    const query = new URLSearchParams(location.search);
    query.set(choice, select.value);
    history.replaceState(null, "", `?${query}`);
    void draw();
  });
  return el("label", {}, el("span", { text: labels[choice] }), select);
}

const pager = el("select", { testid: "gallery-sheet" });
pager.addEventListener("change", () => turnTo(pager.value));

function fillPager(count: number): void {
  const chosen = pager.value;
  const option = (value: string, text: string): HTMLElement => el("option", { attributes: { value } }, text);
  pager.replaceChildren(option("", "*"), ...Array.from({ length: count }, (_, sheet) => option(String(sheet), String(sheet + 1))));
  pager.value = Number(chosen) < count ? chosen : "";
}

/** One sheet, or all of them. */
function turnTo(sheet: string): void {
  [...gallery.children].forEach((element, index) => { (element as HTMLElement).hidden = sheet !== "" && Number(sheet) !== index; });
}

async function draw(): Promise<void> {
  delete document.body.dataset.ready;
  document.documentElement.dataset.theme = given("theme");
  showLanguage(given("language") as Language);
  const answer = await fetch(`/local/api/cards?language=${given("language")}`);
  const shown = (await answer.json()) as Shown[];
  gallery.style.maxWidth = `${Number(given("width")) - 24}px`;
  const sheets = Array.from({ length: Math.ceil(shown.length / onOneSheet) }, (_, sheet) => shown.slice(sheet * onOneSheet, (sheet + 1) * onOneSheet));
  fillPager(sheets.length);
  gallery.replaceChildren(...sheets.map((cards) => el("section", { class: "sheet", testid: "sheet" }, ...cards.map(figure))));
  turnTo(pager.value);
  document.body.dataset.ready = "true";
}

function figure(shown: Shown): HTMLElement {
  const card = given("details") === "open" ? opened(shown.card) as Record<string, unknown> : shown.card;
  const frame = el("div", { class: "card", testid: "card", attributes: { "aria-label": shown.summary, "data-name": shown.name } });
  try {
    // To look at: what its buttons would do is for the chat.
    frame.append(drawnCard(card, () => undefined));
  } catch {
    frame.append(el("p", { class: "soft", text: "cardUnreadable" }));
  }
  return el("figure", {}, el("figcaption", {}, `${shown.name} · ${shown.summary} · ${shown.bytes} B`), frame);
}

/** The same with everything in sight that shows on demand. */
function opened(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(opened);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, name === "isVisible" ? true : opened(value)]));
}

document.getElementById("app")!.replaceChildren(
  el("header", { class: "gallery-bar" }, el("h1", { text: "gallery" }), ...(Object.keys(choices) as Choice[]).map(picker),
    el("label", {}, el("span", { text: "gallerySheet" }), pager)), gallery);
void draw();
