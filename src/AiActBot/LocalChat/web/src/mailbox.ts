import { api, type Mail, type Person } from "./api";
import { el, icon, outsideLink } from "./dom";
import { linkedText } from "./markdown";
import { currentLanguage, text } from "./texts";

/** The mail that a person received: a list and, beside it, the one that is read. */
export class Mailbox {
  readonly #heading = el("h2", { class: "visually-hidden" });
  readonly #list = el("ul", { class: "mail-list" });
  readonly #reading = el("article", { class: "reading", testid: "mail-reading", attributes: { tabindex: "-1" } });
  readonly element = el("div", { class: "mailbox", testid: "mailbox" }, this.#heading, this.#list, this.#reading);

  #person: Person | undefined;
  #mails: Mail[] = [];
  #open: string | undefined;

  constructor() {
    this.#list.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step === 0) return;
      const items = [...this.#list.querySelectorAll<HTMLElement>("button")];
      items[items.indexOf(document.activeElement as HTMLElement) + step]?.focus();
      event.preventDefault();
    });
  }

  async show(person: Person): Promise<void> {
    if (this.#person?.key !== person.key) this.#open = undefined;
    this.#person = person;
    const mails = await api.mails(person.key);
    if (this.#person.key !== person.key) return;
    this.#mails = mails;
    this.draw();
  }

  draw(): void {
    const person = this.#person;
    if (!person) return;
    const focused = this.#list.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.mail : undefined;
    this.#heading.textContent = text(person.company ? "mailboxOutside" : "mailbox", person.name);
    this.element.classList.toggle("is-empty", this.#mails.length === 0);
    this.#list.replaceChildren(...this.#mails.map((mail) => this.#item(mail)));
    if (focused) this.#list.querySelector<HTMLElement>(`[data-mail="${CSS.escape(focused)}"]`)?.focus();
    this.#drawReading(person);
  }

  #item(mail: Mail): HTMLElement {
    const button = el("button", {
      class: `mail-item${mail.read ? "" : " is-unread"}`, testid: "mail-item",
      attributes: { "data-mail": mail.id, "aria-current": String(mail.id === this.#open) },
      onclick: () => this.#read(mail),
    },
    el("span", { class: "mail-line" },
      el("span", { class: "mail-from" }, sender(mail.from)), el("time", { attributes: { datetime: mail.received } }, shortDate(mail.received))),
    el("span", { class: "mail-subject" }, mail.subject || text("noSubject")),
    this.#person && !mail.to.includes(this.#person.mail) ? el("span", { class: "mail-start" }, `${text("mailTo")}: ${mail.to}`) : null,
    el("span", { class: "mail-start" }, mail.text.replace(/\s+/g, " ").slice(0, 90)),
    mail.read ? null : el("span", { class: "visually-hidden", text: "mailUnread" }));
    return el("li", {}, button);
  }

  #read(mail: Mail): void {
    this.#open = mail.id;
    const wasUnread = !mail.read;
    mail.read = true;
    this.draw();
    this.#reading.focus({ preventScroll: true });
    if (wasUnread && this.#person) void api.markMailRead(this.#person.key, mail.id).catch(() => undefined);
  }

  #close(): void {
    const closed = this.#open;
    this.#open = undefined;
    this.draw();
    if (closed) this.#list.querySelector<HTMLElement>(`[data-mail="${CSS.escape(closed)}"]`)?.focus();
  }

  #drawReading(person: Person): void {
    const mail = this.#mails.find((candidate) => candidate.id === this.#open);
    this.element.classList.toggle("is-reading", Boolean(mail));
    if (!mail) {
      const isEmpty = this.#mails.length === 0;
      this.#reading.replaceChildren(el("div", { class: "nothing" }, icon("mail"),
        el("p", { class: "nothing-title", text: isEmpty ? "mailEmpty" : "mailChoose" }),
        isEmpty ? el("p", { class: "soft", text: person.company ? "mailEmptyOutside" : "mailEmptyHelp", values: [person.mail] }) : null));
      return;
    }
    this.#reading.replaceChildren(el("div", {},
      el("button", { class: "quiet mail-back", testid: "mail-back", onclick: () => this.#close() }, icon("back"), el("span", { text: "mailBack" })),
      el("h3", { testid: "mail-subject" }, mail.subject || text("noSubject")),
      el("dl", { class: "mail-facts" },
        el("dt", { text: "mailFrom" }), el("dd", {}, mail.from), el("dt", { text: "mailTo" }), el("dd", {}, mail.to)),
      el("time", { class: "soft", attributes: { datetime: mail.received } }, longDate(mail.received)),
      el("div", { class: "mail-text", testid: "mail-text" }, ...linkedText(mail.text, (address, shown) => outsideLink(address, shown))),
      mail.attachments.length > 0
        ? el("p", { class: "soft" }, el("span", { text: "mailAttachments" }), `: ${mail.attachments.join(", ")}`)
        : null));
  }
}

const sender = (from: string): string => from.replace(/\s*<[^>]*>$/, "").replace(/^"|"$/g, "") || from;

const locale = (): string => (currentLanguage() === "nl" ? "nl-NL" : "en-GB");

const shortDate = (moment: string): string => {
  const date = new Date(moment);
  return date.toDateString() === new Date().toDateString()
    ? date.toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" })
    : date.toLocaleDateString(locale(), { day: "numeric", month: "short" });
};

const longDate = (moment: string): string => new Date(moment).toLocaleString(locale(), { dateStyle: "full", timeStyle: "short" });
