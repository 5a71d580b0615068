import "./app.css";
import { api, type Entry, type Person, type Stream } from "./api";
import { Chat } from "./chat";
import { botAvatar, el, icon } from "./dom";
import { Mailbox } from "./mailbox";
import { PeopleList } from "./people";
import { showLanguage, text, type Language } from "./texts";
import { themeToggle } from "./theme";

type View = "chat" | "mail";

const storedLanguage = "aiactbot-language";
const storedPerson = "aiactbot-person";

let people: Person[] = [];
let chosen = localStorage.getItem(storedPerson) ?? "staff";
const views = new Map<string, View>();

const chat = new Chat();
const mailbox = new Mailbox();
const peopleList = new PeopleList((key) => void choose(key));
const connection = el("div", { class: "connection", testid: "connection", attributes: { role: "status" } });
const announcer = el("div", { class: "visually-hidden", attributes: { "aria-live": "polite" } });
const mailBadge = el("span", { class: "badge", testid: "unread-mail" });
const tabs: Record<View, HTMLButtonElement> = {
  chat: el("button", { class: "tab", id: "tab-chat", testid: "tab-chat", attributes: { role: "tab", "aria-controls": "view" }, onclick: () => void look("chat") },
    icon("chat"), el("span", { text: "chat" })),
  mail: el("button", { class: "tab", id: "tab-mail", testid: "tab-mail", attributes: { role: "tab", "aria-controls": "view" }, onclick: () => void look("mail") },
    icon("mail"), el("span", { text: "mail" }), mailBadge),
};
const view = el("div", { id: "view", class: "view", attributes: { role: "tabpanel" } });
const languages: Record<Language, HTMLButtonElement> = {
  nl: el("button", { testid: "language-nl", attributes: { lang: "nl", "aria-label": "Nederlands", title: "Nederlands" }, onclick: () => speak("nl") }, "NL"),
  en: el("button", { testid: "language-en", attributes: { lang: "en", "aria-label": "English", title: "English" }, onclick: () => speak("en") }, "EN"),
};

const person = (): Person | undefined => people.find((candidate) => candidate.key === chosen);
const currentView = (): View => views.get(chosen) ?? "chat";

function build(): void {
  const skip = el("a", { class: "skip", text: "skip", attributes: { href: "#composer" } });
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    void look("chat").then(() => chat.focusComposer());
  });
  const tabList = el("div", { class: "tabs", label: "views", attributes: { role: "tablist" } }, tabs.chat, tabs.mail);
  tabList.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other: View = currentView() === "chat" ? "mail" : "chat";
    void look(other).then(() => tabs[other].focus());
  });
  document.getElementById("app")!.replaceChildren(
    skip,
    el("header", { class: "bar" }, botAvatar(), el("h1", {}, "AiActBot"),
      el("span", { class: "bar-badge", label: "localBadgeLong" }, el("span", { class: "dot" }), el("span", { class: "narrow-only", text: "localBadge" }), el("span", { class: "wide-only", text: "localBadgeLong" })),
      el("div", { class: "push-right row" },
        el("div", { class: "languages", label: "language", attributes: { role: "group" } }, languages.nl, languages.en), themeToggle())),
    el("div", { class: "shell" }, peopleList.element,
      el("main", { class: "main" },
        el("div", { class: "main-head" }, botAvatar(),
          el("div", { class: "bot-words" }, el("span", { class: "name" }, "AiActBot"), el("span", { class: "soft", text: "botStatus" })),
          tabList),
        connection, view)),
    announcer);
}

function speak(language: Language): void {
  localStorage.setItem(storedLanguage, language);
  showLanguage(language, chat.element, mailbox.element);
  for (const [name, button] of Object.entries(languages)) button.setAttribute("aria-pressed", String(name === language));
  draw();
  chat.languageChanged();
  mailbox.draw();
}

function draw(): void {
  peopleList.draw(people, chosen);
  const unreadMail = person()?.unreadMail ?? 0;
  mailBadge.textContent = String(unreadMail);
  mailBadge.hidden = unreadMail === 0;
  for (const [name, tab] of Object.entries(tabs)) {
    const isChosen = name === currentView();
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
  }
}

async function choose(key: string): Promise<void> {
  chosen = key;
  localStorage.setItem(storedPerson, key);
  await look(currentView());
  announcer.textContent = text("colleague", person()?.name ?? "");
}

async function look(next: View): Promise<void> {
  const who = person();
  if (!who) return;
  views.set(who.key, next);
  draw();
  const shown = next === "chat" ? chat.element : mailbox.element;
  if (view.firstChild !== shown) view.replaceChildren(shown);
  view.setAttribute("aria-labelledby", `tab-${next}`);
  if (next === "mail") return mailbox.show(who);
  await chat.show(who);
  await install(who);
  await markRead();
}

/** Teams tells the bot once, when somebody gets the app; opening the chat is how one gets it here. */
async function install(who: Person): Promise<void> {
  if (who.installed) return;
  who.installed = true;
  try {
    await api.install(who.key);
  } catch (error) {
    who.installed = false;
    connection.textContent = error instanceof Error ? error.message : "";
  }
}

async function markRead(): Promise<void> {
  const who = person();
  if (who && who.unread > 0 && currentView() === "chat" && document.visibilityState === "visible")
    await api.markRead(who.key).catch(() => undefined);
}

/** Everything anew: at the start, and after a time without a connection. */
async function load(): Promise<void> {
  people = await api.people();
  if (!person()) chosen = people[0]?.key ?? "";
  await look(currentView());
  // Everybody here has the app, so that whoever is not being looked at can be spoken to as well.
  for (const colleague of people) await install(colleague);
}

function listen(): void {
  const events = new EventSource("/local/api/events");
  const on = <T>(kind: string, act: (data: T & { person: string }) => void): void => {
    events.addEventListener(kind, (event) => act(JSON.parse((event as MessageEvent<string>).data) as T & { person: string }));
  };
  const onChat = <T>(kind: string, act: (data: T) => void): void => on<T>(kind, (data) => {
    if (data.person === chosen && currentView() === "chat") act(data);
  });
  on("hello", () => {
    connection.textContent = "";
    void load().catch((error: unknown) => (connection.textContent = String(error)));
  });
  events.addEventListener("error", () => {
    connection.textContent = text("connectionLost");
    // The browser gives up on a closed server after some answers; a new source starts over.
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
  });
  onChat<{ entry: Entry }>("activity", (data) => chat.add(data.entry));
  onChat<{ entry: Entry; quiet?: boolean }>("update", (data) => chat.update(data.entry, data.quiet ?? false));
  onChat<{ id: string }>("delete", (data) => chat.remove(data.id));
  onChat<Stream>("stream", (data) => chat.stream(data));
  onChat("typing", () => chat.typing());
  on<{ unread: number }>("unread", (data) => {
    const who = people.find((candidate) => candidate.key === data.person);
    if (who) who.unread = data.unread;
    if (data.person === chosen) void markRead();
    draw();
  });
  on<{ unread: number }>("mail", (data) => {
    const who = people.find((candidate) => candidate.key === data.person);
    if (who) who.unreadMail = data.unread;
    if (who && data.person === chosen && currentView() === "mail") void mailbox.show(who).catch(() => undefined);
    draw();
  });
}

build();
const preferred = localStorage.getItem(storedLanguage) ?? (navigator.language.toLowerCase().startsWith("en") ? "en" : "nl");
speak(preferred === "en" ? "en" : "nl");
document.addEventListener("visibilitychange", () => void markRead());
listen();
