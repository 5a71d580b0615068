import type { Person } from "./api";
import { avatar, el } from "./dom";
import { currentLanguage, text } from "./texts";

/** The people to be. Arrow keys move between them, Enter becomes one. */
export class PeopleList {
  readonly #list = el("ul", { class: "people-list" });
  readonly element = el("nav", { class: "people", label: "people" },
    el("h2", { text: "people" }), this.#list, el("p", { class: "people-help soft", text: "peopleHelp" }));

  constructor(readonly choose: (key: string) => void) {
    this.#list.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      const items = [...this.#list.querySelectorAll<HTMLElement>("button")];
      const at = items.indexOf(document.activeElement as HTMLElement);
      const next = event.key === "Home" ? 0 : event.key === "End" ? items.length - 1
        : step === undefined ? undefined : (at + step + items.length) % items.length;
      if (next === undefined) return;
      event.preventDefault();
      items[next]?.focus();
    });
    // One stop of the Tab key for the whole list: the one that had focus last.
    this.#list.addEventListener("focusin", (event) => {
      for (const item of this.#list.querySelectorAll<HTMLElement>("button")) item.tabIndex = item === event.target ? 0 : -1;
    });
  }

  draw(people: readonly Person[], chosen: string): void {
    const focused = this.#list.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.person : undefined;
    this.#list.replaceChildren(...people.map((person) => this.#item(person, person.key === chosen)));
    if (focused) this.#list.querySelector<HTMLElement>(`[data-person="${focused}"]`)?.focus();
  }

  #item(person: Person, isChosen: boolean): HTMLElement {
    const count = person.unread + person.unreadMail;
    const badge = el("span", { class: "badge", testid: `unread-${person.key}` },
      el("span", { attributes: { "aria-hidden": "true" } }, String(count)),
      el("span", { class: "visually-hidden" }, text("unread", String(count))));
    badge.hidden = count === 0;
    const button = el("button", {
      class: "person", testid: `person-${person.key}`,
      attributes: { "data-person": person.key, "aria-current": String(isChosen) },
      onclick: () => this.choose(person.key),
    },
    avatar(person.name, person.key),
    el("span", { class: "person-words" },
      el("span", { class: "person-name" }, el("span", {}, person.name.split(" ")[0] ?? ""), el("span", { class: "surname" }, ` ${person.name.split(" ").slice(1).join(" ")}`)),
      el("span", { class: "person-role" }, person.role[currentLanguage()]),
      person.company ? el("span", { class: "person-role" }, person.company) : null),
    badge);
    button.tabIndex = isChosen ? 0 : -1;
    return el("li", {}, button);
  }
}
